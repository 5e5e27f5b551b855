import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../test/harness/database.ts";
import { addDays, weekdayOf } from "../platform/civil.ts";
import { scopeOf } from "../platform/db/scope.ts";
import { shiftTo } from "./demo.ts";
import { importDemo } from "./index.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await database.sql`insert into workspaces (id, name) values ('T1', 'Nordwind')`;
});
afterAll(() => database.drop());

const files = [
  "2026-02-26",
  "2026-02-27",
  "2026-03-02",
  "2026-03-03",
  "2026-03-04",
  "2026-03-05",
  "2026-03-06",
];

test("the demo's history ends on the last working day, whatever day it is opened", () => {
  for (let at = 0; at < 400; at++) {
    const today = addDays("2026-11-01", at);
    const shift = shiftTo(today, files);
    const moved = files.map(shift);
    expect(moved.every((day) => day < today && weekdayOf(day) <= 5)).toBe(true);
    const yesterday = addDays(today, -1);
    expect(moved).toContain(
      weekdayOf(yesterday) > 5 ? addDays(yesterday, 5 - weekdayOf(yesterday)) : yesterday,
    );
  }
});

test("the demo company lands whole, in a second or so, with people met, due and never met", async () => {
  const began = performance.now();
  await importDemo({ scope: scopeOf(database.db, "T1"), folder: "demo", today: "2026-11-23" });
  expect(performance.now() - began).toBeLessThan(5000);
  const [count] = await database.sql`
    select (select count(*)::int from members) as members, (select count(*)::int from accounts) as accounts,
           (select count(*)::int from stakeholders) as people, (select count(*)::int from visits) as visits,
           (select count(*)::int from visits where not effective) as "dontCount",
           (select max(met_on) from visits) as last,
           (select count(*)::int from stakeholders where last_effective_on is null) as "neverMet",
           (select count(*)::int from stakeholders where next_due_on < '2026-11-23') as overdue`;
  expect(count).toMatchObject({ members: 9, accounts: 14, people: 160, last: "2026-11-20" });
  expect(count?.["visits"]).toBeGreaterThan(900);
  for (const some of ["dontCount", "neverMet", "overdue"]) expect(count?.[some]).toBeGreaterThan(20);
});
