import { and, asc, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { accounts } from "../accounts/account.table.ts";
import type { Day } from "../platform/civil.ts";
import type { Scope } from "../platform/db/scope.ts";
import { matches } from "../platform/db/search.ts";
import { fold } from "../platform/fold.ts";
import { pinyinFor } from "../platform/pinyin.ts";
import type { Spelled } from "../team/index.ts";
import { namesOfStakeholder } from "./names.ts";
import { stakeholders } from "./stakeholder.table.ts";

/** A person of the account; `name` is null for a seat, which then has a title. */
export interface Stakeholder {
  id: number;
  accountId: number;
  account: Spelled;
  name: string | null;
  nativeName: string | null;
  title: string | null;
  lastEffectiveOn: Day | null;
}

const asStakeholder = {
  id: stakeholders.id,
  accountId: stakeholders.accountId,
  account: { name: accounts.name, nativeName: accounts.nativeName },
  name: stakeholders.name,
  nativeName: stakeholders.nativeName,
  title: stakeholders.title,
  lastEffectiveOn: stakeholders.lastEffectiveOn,
};

const ofAccount = and(
  eq(accounts.workspaceId, stakeholders.workspaceId),
  eq(accounts.id, stakeholders.accountId),
);

export async function listStakeholders(scope: Scope, ids: readonly number[]): Promise<Stakeholder[]> {
  if (ids.length === 0) return [];
  return scope.db
    .select(asStakeholder)
    .from(stakeholders)
    .innerJoin(accounts, ofAccount)
    .where(and(eq(stakeholders.workspaceId, scope.workspace), inArray(stakeholders.id, [...ids])));
}

/**
 * People whose names hold what was typed, over all accounts: the chosen account's first, then the member's own. A
 * picker just opened shows these two alone, if there are any: sorting everybody to show fifty would be felt.
 */
export async function searchStakeholders(
  scope: Scope,
  typed: string,
  { accountId, memberId, limit }: { accountId: number | null; memberId: number; limit: number },
): Promise<Stakeholder[]> {
  const ofChosen = eq(stakeholders.accountId, accountId ?? NOBODY);
  const own = eq(stakeholders.ownerId, memberId);
  const find = (condition: SQL | undefined) =>
    scope.db
      .select(asStakeholder)
      .from(stakeholders)
      .innerJoin(accounts, ofAccount)
      .where(and(eq(stakeholders.workspaceId, scope.workspace), eq(stakeholders.status, "active"), condition))
      .limit(limit);
  const order = [
    desc(ofChosen),
    desc(sql`coalesce(${own}, false)`),
    desc(stakeholders.keyPerson),
    asc(stakeholders.name),
  ];
  if (typed) return find(matches(stakeholders.searchText, typed)).orderBy(...order);
  const near = await find(or(ofChosen, own)).orderBy(...order);
  return near.length > 0 ? near : find(undefined);
}

/** No account has this id. */
const NOBODY = -1;

/** Somebody met whom nobody had written down: by name, or a seat by its title alone. */
export type Newcomer = { name: string } | { title: string };

/**
 * Writes newcomers down under an account, owned by the account's owner. The same name or seat met again at the
 * account is the person already there. @returns their ids, in the order given.
 */
export async function addStakeholders(
  scope: Scope,
  accountId: number,
  newcomers: readonly Newcomer[],
  today: Day,
): Promise<number[]> {
  if (newcomers.length === 0) return [];
  // Two who met the same stranger and save at once must not write them down twice.
  const place = `${scope.workspace}:${accountId}`;
  await scope.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${place}, 0))`);
  const ids: number[] = [];
  for (const newcomer of newcomers)
    ids.push((await findSame(scope, accountId, newcomer)) ?? (await add(scope, accountId, newcomer, today)));
  return ids;
}

async function findSame(scope: Scope, accountId: number, newcomer: Newcomer): Promise<number | undefined> {
  const same =
    "name" in newcomer
      ? sql`(${stakeholders.names}[1] = ${fold(newcomer.name)} or ${stakeholders.nativeName} = ${newcomer.name})`
      : sql`${stakeholders.name} is null and lower(${stakeholders.title}) = lower(${newcomer.title})`;
  const [row] = await scope.db
    .select({ id: stakeholders.id })
    .from(stakeholders)
    .where(and(eq(stakeholders.workspaceId, scope.workspace), eq(stakeholders.accountId, accountId), same))
    .orderBy(stakeholders.id)
    .limit(1);
  return row?.id;
}

async function add(scope: Scope, accountId: number, newcomer: Newcomer, today: Day): Promise<number> {
  const name = "name" in newcomer ? newcomer.name : null;
  const title = "title" in newcomer ? newcomer.title : null;
  const answersTo = { name, nativeName: null, aliases: title && !name ? [title] : [], addressedAs: null };
  const syllables = await pinyinFor(name, title);
  const [row] = await scope.db
    .insert(stakeholders)
    .values({
      workspaceId: scope.workspace,
      accountId,
      name,
      title,
      ...namesOfStakeholder(answersTo, syllables),
      ownerId: sql`(select owner_id from accounts where workspace_id = ${scope.workspace} and id = ${accountId})`,
      addedOn: today,
    })
    .returning({ id: stakeholders.id });
  if (!row) throw new Error("a stakeholder was not written down");
  return row.id;
}
