import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { givenAccount, givenPerson, givenVisit } from "../../test/harness/customers.ts";
import { type FreshDatabase, freshDatabase } from "../../test/harness/database.ts";
import { type Scope, scopeOf } from "../platform/db/scope.ts";
import { policySchema } from "../policy/index.ts";
import { listClocks, listCoverage, restartClocks } from "./index.ts";

let database: FreshDatabase;
let scope: Scope;
const today = "2026-03-09";
const policy = policySchema.parse({});

beforeAll(async () => {
  database = await freshDatabase();
  scope = scopeOf(database.db, "T1");
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.sql`truncate workspaces, members cascade`;
  await database.sql`insert into workspaces (id, name) values ('T1', 'One')`;
});

test("the clock restarts at the last effective contact, and not at one that does not count", async () => {
  const account = await givenAccount(scope, "Acme", { grade: "A" });
  const person = await givenPerson(scope, account, "Wang Li", { level: "senior" });
  await givenVisit(scope, account, "2026-02-01", [person]);
  await givenVisit(scope, account, "2026-02-20", [person], { effective: false });
  await givenVisit(scope, account, "2026-01-10", [person]);
  await givenVisit(scope, account, "2026-03-01", [person], { deleted: true });
  await restartClocks(scope, policy, [person]);
  expect(await listClocks(scope, [person])).toEqual([
    { stakeholderId: person, lastEffectiveOn: "2026-02-01", cadenceDays: 45, nextDueOn: "2026-03-18" },
  ]);
});

test.each([
  ["S", true, "junior", 14],
  ["S", false, "executive", 30],
  ["A", false, "unknown", 68],
  ["B", false, "junior", 270],
  ["C", false, "middle", 365],
  [null, true, "senior", 45],
] as const)("grade %s, key person %s, level %s: %i days", async (grade, keyPerson, level, days) => {
  const account = await givenAccount(scope, "Acme", { grade });
  const person = await givenPerson(scope, account, "Wang Li", { level, keyPerson });
  expect(await listClocks(scope, [person])).toMatchObject([{ cadenceDays: days }]);
});

test("of two visits to one person written at once, the later day is the clock's", async () => {
  const account = await givenAccount(scope, "Acme");
  const person = await givenPerson(scope, account, "Wang Li");
  let commit = () => {};
  const held = new Promise<void>((resolve) => {
    commit = resolve;
  });
  const first = scope.together(async (tx) => {
    await givenVisit(tx, account, "2026-03-09", [person]);
    await restartClocks(tx, policy, [person]);
    await held;
  });
  const second = scope.together(async (tx) => {
    await givenVisit(tx, account, "2026-03-02", [person]);
    await restartClocks(tx, policy, [person]);
  });
  await vi.waitFor(async () => {
    const waiting = await database.sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    expect(waiting).toHaveLength(1);
  });
  commit();
  await Promise.all([first, second]);
  expect(await listClocks(scope, [person])).toMatchObject([{ lastEffectiveOn: "2026-03-09" }]);
});

test("a workspace's own cadence is used where it set one", async () => {
  const account = await givenAccount(scope, "Acme", { grade: "S" });
  const person = await givenPerson(scope, account, "Wang Li", { keyPerson: true });
  const own = policySchema.parse({ cadence: { S: { keyPerson: 7 } } });
  await restartClocks(scope, own, "all");
  expect(await listClocks(scope, [person])).toMatchObject([{ cadenceDays: 7 }]);
});

test("coverage is met within cadence over the larger of known and expected, cell by cell", async () => {
  const account = await givenAccount(scope, "Acme", { grade: "S" });
  const it = await givenDepartment(account, "IT", { senior: 3, junior: 5 });
  const sales = await givenDepartment(account, "Sales", {});
  const met = await givenPerson(scope, account, "Met Lately", { level: "senior", departmentId: it });
  const lapsed = await givenPerson(scope, account, "Met Long Ago", { level: "senior", departmentId: it });
  await givenPerson(scope, account, "Never Met", { level: "middle", departmentId: sales });
  const gone = await givenPerson(scope, account, "Left", { level: "senior", departmentId: it });
  await givenVisit(scope, account, "2026-03-01", [met, gone]);
  await givenVisit(scope, account, "2025-11-01", [lapsed]);
  await database.sql`update stakeholders set status = 'left' where id = ${gone}`;
  await restartClocks(scope, policy, "all");
  // IT: senior max(2, 3), junior max(0, 5); Sales: middle max(1, 0).
  expect(await listCoverage(scope, [account], today)).toEqual([
    { accountId: account, covered: 1, total: 9, departmentsUnset: 1 },
  ]);
});

test("an account with nobody in it is 0 of 0, not an error", async () => {
  const account = await givenAccount(scope, "Empty", { grade: null });
  expect(await listCoverage(scope, [account], today)).toEqual([
    { accountId: account, covered: 0, total: 0, departmentsUnset: 0 },
  ]);
});

async function givenDepartment(
  accountId: number,
  name: string,
  expected: Record<string, number>,
): Promise<number> {
  const [row] = await database.sql`
    insert into departments (workspace_id, account_id, name) values ('T1', ${accountId}, ${name}) returning id`;
  const id = row?.["id"] as number;
  for (const [level, count] of Object.entries(expected))
    await database.sql`insert into headcounts values ('T1', ${id}, ${level}, ${count})`;
  return id;
}
