import { and, eq, inArray, or, sql } from "drizzle-orm";
import { writeAudit } from "../platform/db/ledger.store.ts";
import type { Queries, Scope } from "../platform/db/scope.ts";
import { workspaces } from "../platform/db/workspace.table.ts";
import { members } from "./member.table.ts";
import type { Member, Profile } from "./member.ts";
import { namesOfMember } from "./names.ts";
import type { Chain } from "./permissions.ts";

const asMember = {
  id: members.id,
  slackUserId: members.slackUserId,
  name: members.name,
  timeZone: members.timeZone,
  locale: members.locale,
  role: members.role,
  customerManagement: members.customerManagement,
  managerId: members.managerId,
  active: members.active,
};

/** Makes sure the Slack team has its row. @returns true when it is new. */
export async function openWorkspace(scope: Scope, name: string): Promise<boolean> {
  const rows = await scope.db
    .insert(workspaces)
    .values({ id: scope.workspace, name })
    .onConflictDoNothing()
    .returning({ id: workspaces.id });
  return rows.length === 1;
}

/** Whether this database serves any workspace yet. */
export async function hasWorkspaces(db: Queries): Promise<boolean> {
  const rows = await db.select({ id: workspaces.id }).from(workspaces).limit(1);
  return rows.length > 0;
}

export async function findMember(scope: Scope, slackUserId: string): Promise<Member | undefined> {
  const [member] = await scope.db
    .select(asMember)
    .from(members)
    .where(and(eq(members.workspaceId, scope.workspace), eq(members.slackUserId, slackUserId)));
  return member;
}

export async function listMembers(scope: Scope, ids: readonly number[]): Promise<Member[]> {
  if (ids.length === 0) return [];
  return scope.db
    .select(asMember)
    .from(members)
    .where(and(eq(members.workspaceId, scope.workspace), inArray(members.id, [...ids])));
}

/** How members can be reached in Slack: by their id there, or by the e-mail they may be found with. */
export async function listAddresses(
  scope: Scope,
  ids: readonly number[],
): Promise<{ id: number; slackUserId: string | null; email: string | null }[]> {
  if (ids.length === 0) return [];
  return scope.db
    .select({ id: members.id, slackUserId: members.slackUserId, email: members.email })
    .from(members)
    .where(and(eq(members.workspaceId, scope.workspace), inArray(members.id, [...ids])));
}

/** Members by Slack id, for the people picked in a form. */
export async function listMembersBySlackId(scope: Scope, slackUserIds: readonly string[]): Promise<Member[]> {
  if (slackUserIds.length === 0) return [];
  return scope.db
    .select(asMember)
    .from(members)
    .where(and(eq(members.workspaceId, scope.workspace), inArray(members.slackUserId, [...slackUserIds])));
}

/**
 * Takes in someone on first contact, or takes over what Slack now says of them. Whoever the import knew by e-mail
 * gets their Slack id here; the name the import gave stays. `admin` names the first administrator (e-mail or Slack id).
 */
export async function admitMember(scope: Scope, profile: Profile, admin?: string): Promise<Member> {
  const email = profile.email?.toLowerCase() ?? null;
  const administers =
    admin !== undefined &&
    (admin === profile.slackUserId || (email !== null && admin.toLowerCase() === email));
  return scope.together(async ({ db, workspace }) => {
    const known = await db
      .select({ id: members.id, slackUserId: members.slackUserId })
      .from(members)
      .where(
        and(
          eq(members.workspaceId, workspace),
          or(
            eq(members.slackUserId, profile.slackUserId),
            email ? sql`lower(${members.email}) = ${email}` : sql`false`,
          ),
        ),
      );
    // Slack's id is the person; an e-mail only introduces somebody the import knew before.
    const match =
      known.find((row) => row.slackUserId === profile.slackUserId) ??
      known.find((row) => row.slackUserId === null);
    const emailTaken = known.some((row) => row.id !== match?.id);
    const seen = {
      slackUserId: profile.slackUserId,
      timeZone: profile.timeZone,
      locale: profile.locale,
      active: !profile.deleted,
      ...(administers ? { customerManagement: true } : {}),
      ...(email && !emailTaken ? { email } : {}),
    };
    const [member] = match
      ? await db
          .update(members)
          .set(seen)
          .where(and(eq(members.workspaceId, workspace), eq(members.id, match.id)))
          .returning(asMember)
      : await db
          .insert(members)
          .values({
            ...seen,
            workspaceId: workspace,
            name: profile.name,
            names: namesOfMember(profile.name),
          })
          .onConflictDoUpdate({ target: [members.workspaceId, members.slackUserId], set: seen })
          .returning(asMember);
    if (!member) throw new Error("a member was neither found nor taken in");
    return member;
  });
}

/** Takes over what Slack says of a member we know; of anybody else nothing is kept. */
export async function followProfile(
  scope: Scope,
  slackUserId: string,
  seen: Partial<Pick<Member, "active" | "timeZone" | "locale">>,
): Promise<void> {
  await scope.db
    .update(members)
    .set(seen)
    .where(and(eq(members.workspaceId, scope.workspace), eq(members.slackUserId, slackUserId)));
}

/** Makes a member we know customer management: an e-mail or a Slack id. Somebody unknown becomes it on first contact. */
export async function appointAdministrator(scope: Scope, admin: string): Promise<void> {
  const appointed = await scope.db
    .update(members)
    .set({ customerManagement: true })
    .where(
      and(
        eq(members.workspaceId, scope.workspace),
        eq(members.customerManagement, false),
        or(eq(members.slackUserId, admin), sql`lower(${members.email}) = lower(${admin})`),
      ),
    )
    .returning({ id: members.id });
  for (const { id } of appointed)
    await writeAudit(scope, { memberId: null, act: "member.administers", subject: `member:${id}` });
}

/** Everybody above the given members, nearest first. A circle in the chart ends where it closes. */
export async function findManagersAbove(scope: Scope, ids: readonly number[]): Promise<Chain> {
  if (ids.length === 0) return new Map();
  const rows = await scope.db.execute<{ member: number; manager: number }>(sql`
    with recursive above as (
      select id as member, manager_id as manager, 1 as steps, array[id] as path
        from members
       where workspace_id = ${scope.workspace} and id = any(${sql.param([...ids])}::int[]) and manager_id is not null
      union all
      select above.member, m.manager_id, above.steps + 1, above.path || m.id
        from above
        join members m on m.workspace_id = ${scope.workspace} and m.id = above.manager
       where m.manager_id is not null and not m.id = any(above.path)
    )
    select member, manager from above order by member, steps`);
  const chain = new Map<number, number[]>();
  for (const { member, manager } of rows) chain.set(member, [...(chain.get(member) ?? []), manager]);
  return chain;
}
