import { sql } from "drizzle-orm";
import { accounts, departments, headcounts } from "../../src/accounts/account.table.ts";
import { followUps } from "../../src/followups/followup.table.ts";
import type { Queries } from "../../src/platform/db/scope.ts";
import { audit, seenEvents, workspaces } from "../../src/platform/db/workspace.table.ts";
import { outbox } from "../../src/platform/outbox/outbox.table.ts";
import { policySchema } from "../../src/policy/index.ts";
import { stakeholders } from "../../src/stakeholders/stakeholder.table.ts";
import { members } from "../../src/team/member.table.ts";
import { blankDraft } from "../../src/visits/draft.ts";
import { attendees, colleagues, drafts, visits } from "../../src/visits/visit.table.ts";

export const NONCE = "4b4ad1c2-8f5f-4a53-9a1b-6a1a8c6b9d3e";
export const LEASE = "0f3c7a51-5a0e-4bd1-9a57-3a1f8f0b7c11";
export const TODAY = "2026-03-09";
export const AT = new Date("2026-03-09T17:30:00Z");
const LONG_AGO = new Date("2020-01-01T00:00:00Z");

/**
 * Fills a workspace. Two of them share every id, key, e-mail and name that is searched for; what is shown (and every
 * number) differs by `word`. The second one is also `richer`, so that rows taken from it show up as rows too many.
 */
export async function furnish(
  db: Queries,
  workspaceId: string,
  word: string,
  richer: boolean,
): Promise<void> {
  const own = { workspaceId };
  const tell = (what: string) => `${word} ${what}`;
  const more = <T>(rows: T[]): T[] => (richer ? rows : []);
  const number = richer ? 77 : 7;

  const policy = policySchema.parse({});
  policy.cadence.S.keyPerson = number;
  await db.insert(workspaces).values({ id: workspaceId, name: tell("company"), policy });
  const member = { ...own, names: ["ana"], region: tell("region"), target: number };
  await db.insert(members).values([
    ...more([{ ...member, id: 4, name: tell("chief") }]),
    {
      ...member,
      id: 2,
      name: tell("boss"),
      slackUserId: "U2",
      email: "boss@example.com",
      customerManagement: richer,
      managerId: richer ? 4 : null,
    },
    { ...member, id: 3, name: tell("newcomer"), email: "new@example.com", managerId: richer ? 2 : null },
    {
      ...member,
      id: 1,
      name: tell("ana"),
      slackUserId: "U1",
      email: "ana@example.com",
      managerId: richer ? 3 : 2,
    },
  ]);
  const account = { ...own, names: ["acme"], searchText: "acme", industry: tell("trade") };
  await db
    .insert(accounts)
    .values([
      { ...account, id: 1, name: tell("Acme"), externalId: "A1", grade: "S", ownerId: richer ? 2 : 1 },
      { ...account, id: 2, name: tell("Acme two"), nativeName: "二", grade: richer ? "A" : "C" },
      ...more([{ ...account, id: 3, name: tell("Acme three"), grade: "S" as const, ownerId: 1 }]),
    ]);
  await db
    .insert(departments)
    .values([
      { ...own, id: 1, accountId: 1, name: "Purchasing", representativeId: richer ? 2 : 1 },
      { ...own, id: 2, accountId: 1, name: tell("Quality") },
      ...more([{ ...own, id: 3, accountId: 1, name: "Only here" }]),
    ]);
  await db
    .insert(headcounts)
    .values([
      { ...own, departmentId: 1, level: "senior", expected: number },
      ...more([{ ...own, departmentId: 2, level: "junior" as const, expected: number }]),
    ]);
  const person = {
    ...own,
    accountId: 1,
    names: ["wang li"],
    surname: "王",
    searchText: "wang li",
    addedOn: TODAY,
  };
  await db.insert(stakeholders).values([
    {
      ...person,
      id: 1,
      name: tell("Wang Li"),
      externalId: "P1",
      email: "wang@acme.com",
      keyPerson: true,
      ownerId: 1,
    },
    { ...person, id: 2, name: "Wang Li", title: tell("title"), departmentId: 1, level: "senior" },
    { ...person, id: 3, accountId: 2, title: "Director", birthYear: 1960 + number },
    ...more([{ ...person, id: 4, name: tell("Wang Li four"), title: "Buyer", ownerId: 1 }]),
  ]);
  const visit = {
    ...{ ...own, accountId: 1, authorId: 1, type: "meal" as const, channel: "in_person" as const },
    ...{ minutes: number, outcome: tell("outcome"), effective: true, changedAt: AT, recordedAt: AT },
  };
  await db
    .insert(visits)
    .values([
      { ...visit, id: 1, metOn: richer ? "2026-03-08" : "2026-02-02", nonce: NONCE, importKey: "K1" },
      { ...visit, id: 2, metOn: "2026-01-01", deletedAt: richer ? null : AT },
      ...more([{ ...visit, id: 3, metOn: TODAY, importKey: "K3" }]),
    ]);
  await db
    .insert(attendees)
    .values([
      { ...own, visitId: 1, stakeholderId: 1 },
      ...more([2, 3].map((stakeholderId) => ({ ...own, visitId: 1, stakeholderId }))),
    ]);
  await db.insert(colleagues).values({ ...own, visitId: 1, memberId: richer ? 3 : 2 });
  await db.insert(drafts).values({
    ...{ ...own, id: NONCE, memberId: 1 },
    draft: { ...blankDraft(TODAY), outcome: tell("draft") },
  });
  await db
    .insert(followUps)
    .values({ ...own, id: 1, accountId: 1, ownerId: 1, visitId: 1, words: tell("step") });
  await db
    .insert(audit)
    .values({ ...own, id: 1, act: "visit.recorded", subject: "visit:1", detail: { word } });
  await db.insert(seenEvents).values({ ...own, eventId: richer ? "Ev2" : "Ev1" });
  const message = { text: tell("message"), blocks: [] };
  const row = { ...own, message, recipient: "U1", opaqueId: NONCE };
  await db.insert(outbox).values([
    ...more([
      { ...row, id: 5, key: "earlier", state: "sending" as const, lockedUntil: new Date("2099-01-01") },
    ]),
    { ...row, id: 10, key: "card:1", state: "waiting" },
    {
      ...row,
      id: 11,
      key: "card:2",
      recipient: "U2",
      state: "sending",
      leaseOwner: LEASE,
      lockedUntil: LONG_AGO,
    },
    {
      ...row,
      id: 12,
      key: "card:3",
      recipient: "U3",
      state: richer ? "waiting" : "sent",
      channel: tell("D3"),
      ts: "1.2",
    },
    ...more([
      { ...row, id: 13, key: "card:4", recipient: "U3", state: "sent" as const, channel: tell("D4") },
    ]),
  ]);
}

let everyRow: Promise<string> | undefined;

/** One statement over all tables; asked of the catalog once, because every database of a run has the same. */
async function statement(db: Queries): Promise<string> {
  const tables = await db.execute<{ name: string; column: string }>(sql`
    select table_name as name, column_name as column from information_schema.columns
     where table_schema = 'public' and (column_name = 'workspace_id' or (table_name, column_name) = ('workspaces', 'id'))`);
  const each = tables.map(
    ({ name, column }) =>
      `select '${name} ' || to_jsonb(t)::text as row from "${name}" t, me where t."${column}" = me.id`,
  );
  return each.join(" union all ");
}

/** All rows of a workspace as one text each. What chance or the wall clock wrote is blanked. */
export async function rowsOf(db: Queries, workspace: string): Promise<string[]> {
  everyRow ??= statement(db);
  const all = sql.raw(await everyRow);
  const rows = await db.execute<{ row: string }>(sql`with me as (select ${workspace}::text as id) ${all}`);
  return rows.map(({ row }) => settled(row)).sort();
}

/** A value as text, without what differs between two runs of the same. */
export function settled(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value, listed) ?? "undefined");
  return text
    .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:[\d.]+(?:Z|[+-]\d\d(?::\d\d)?)/g, "<time>")
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, "<uuid>");
}

const listed = (_: string, value: unknown) => (value instanceof Map ? [...value] : value);
