import { afterAll, beforeAll, expect, test } from "vitest";
import { givenAccount, givenPerson, givenVisit } from "../../test/harness/customers.ts";
import { type FreshDatabase, freshDatabase } from "../../test/harness/database.ts";
import { type Scope, scopeOf } from "../platform/db/scope.ts";
import type { Asker } from "../team/index.ts";
import { findMember } from "../team/index.ts";
import { findEditable } from "./rights.actions.ts";

let database: FreshDatabase;
let scope: Scope;
let visit: number;

beforeAll(async () => {
  database = await freshDatabase();
  scope = scopeOf(database.db, "T1");
  await database.sql`insert into workspaces (id, name) values ('T1', 'One'), ('T2', 'Two')`;
  await database.sql`
    insert into members (workspace_id, id, slack_user_id, name, manager_id, customer_management) values
      ('T1', 1, 'UBOSS', 'Boss', null, false), ('T1', 2, 'UMEI', 'Mei', 1, false), ('T1', 3, 'UANA', 'Ana', 2, false),
      ('T1', 4, 'UBEN', 'Ben', null, false), ('T1', 5, 'UKIM', 'Kim', null, false), ('T1', 6, 'ULI', 'Li', null, true),
      ('T2', 3, 'UANA', 'Ana of another company', null, true)`;
  const account = await givenAccount(scope, "Acme");
  visit = await givenVisit(scope, account, "2026-03-02", [await givenPerson(scope, account, "Wang Li")]);
  await database.sql`update visits set author_id = 3`;
  await database.sql`insert into colleagues values ('T1', ${visit}, 4)`;
});
afterAll(() => database.drop());

async function asker(slackUserId: string, of = scope): Promise<Asker> {
  const member = await findMember(of, slackUserId);
  if (!member) throw new Error("no such member");
  return {
    member,
    scope: of,
    locale: "en",
    today: "2026-03-09",
    time: "12:00",
    at: new Date(0),
    dayIn: () => "2026-03-09",
  };
}

test.each([
  ["its author", "UANA"],
  ["one of ours who was there", "UBEN"],
  ["the author's manager", "UMEI"],
  ["the manager's manager", "UBOSS"],
  ["customer management", "ULI"],
])("a visit may be changed by %s", async (_who, slackUserId) => {
  expect((await findEditable(await asker(slackUserId), visit)).id).toBe(visit);
});

test("another rep is refused, whatever the button says", async () => {
  await expect(findEditable(await asker("UKIM"), visit)).rejects.toThrow("isn't yours to change");
});

test("the same id in another workspace is nothing", async () => {
  await expect(findEditable(await asker("UANA", scopeOf(database.db, "T2")), visit)).rejects.toThrow(
    "was deleted",
  );
});

test.each([0, -1, Number.NaN, 1e12])("an id that is none (%s) is nothing", async (id) => {
  await expect(findEditable(await asker("UANA"), id)).rejects.toThrow("was deleted");
});
