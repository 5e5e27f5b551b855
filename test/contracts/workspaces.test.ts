import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Queries, scopeOf } from "../../src/platform/db/scope.ts";
import { workspaces } from "../../src/platform/db/workspace.table.ts";
import { type FreshDatabase, freshDatabase } from "../harness/database.ts";
import { called, exportsOf } from "./modules.ts";
import { CASES, type Case, EXEMPT } from "./workspaces.cases.ts";
import { furnish, rowsOf, settled } from "./workspaces.world.ts";

/**
 * Every store function runs twice: as a workspace that is alone in its database, and as the same workspace beside
 * another one that shares all its ids. It must answer and write the same, and leave the other one as it was.
 */
const OURS = "TOURS";
const THEIRS = "TTHEIRS";
/** Has nothing: whatever it finds or changes is somebody else's. */
const EMPTY = "TEMPTY";

/** Each workspace alone in a database, and all of them in one. */
let alone: Record<string, FreshDatabase>;
let beside: FreshDatabase;
beforeAll(async () => {
  alone = { [OURS]: await freshDatabase(), [EMPTY]: await freshDatabase() };
  beside = await freshDatabase();
  // First, so that whoever takes the first row found takes theirs.
  await furnish(beside.db, THEIRS, "theirs", true);
  for (const { db } of [lonely(OURS), beside]) await furnish(db, OURS, "ours", false);
  for (const { db } of [lonely(EMPTY), beside])
    await db.insert(workspaces).values({ id: EMPTY, name: "empty" });
});
afterAll(() => Promise.all([...Object.values(alone), beside].map((each) => each.drop())));

const lonely = (workspace: string): FreshDatabase => alone[workspace] ?? beside;

test("every store function has a case, and every case a store function", async () => {
  const functions = (await exportsOf(/\.store\.ts$/))
    .filter(({ value }) => typeof value === "function")
    .map(called);
  expect(functions.length).toBeGreaterThan(40);
  expect(Object.keys({ ...CASES, ...EXEMPT }).toSorted()).toEqual(functions.toSorted());
});

test("both workspaces have rows in every table", async () => {
  const declared = await beside.sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`;
  for (const workspace of [OURS, THEIRS]) {
    const filled = new Set((await rowsOf(beside.db, workspace)).map((row) => row.split(" ")[0]));
    expect([...filled].toSorted()).toEqual(declared.map(({ name }) => name).toSorted());
  }
});

describe.each(Object.entries(CASES))("%s", (_, run) => {
  test("reads and writes nothing of another workspace", async () => {
    for (const workspace of [OURS, EMPTY]) {
      const [there, here] = [
        await whatHappens(lonely(workspace).db, workspace, run),
        await whatHappens(beside.db, workspace, run),
      ];
      expect(here.result, `${workspace}, answer`).toEqual(there.result);
      expect(here.own, `${workspace}, own rows`).toEqual(there.own);
      expect(here.others, `${workspace}, the others' rows`).toEqual(await rowsOf(beside.db, THEIRS));
    }
  });

  test("does something in its own", async () => {
    const { result, own } = await whatHappens(lonely(OURS).db, OURS, run);
    const changed = JSON.stringify(own) !== JSON.stringify(await rowsOf(lonely(OURS).db, OURS));
    expect(changed || !/^(?:undefined|null|false|0|\[\]|\{\})$/.test(result), result).toBe(true);
    expect(result).not.toMatch(/^failed/);
  });
});

class TakeBack extends Error {}

interface Happened {
  result: string;
  own: string[];
  others: string[];
}

/** Runs a case in a transaction that is taken back, with the next ids the same every time. */
async function whatHappens(db: Queries, workspace: string, run: Case): Promise<Happened> {
  const happened: Happened = { result: "", own: [], others: await rowsOf(db, THEIRS) };
  await startIdsAt(db, 1000);
  await db
    .transaction(async (tx) => {
      happened.result = settled(await run(scopeOf(tx, workspace)));
      happened.own = await rowsOf(tx, workspace);
      happened.others = await rowsOf(tx, THEIRS);
      throw new TakeBack();
    })
    .catch((error: unknown) => {
      if (error instanceof TakeBack) return;
      const { message, cause } = error as Error & { cause?: { code?: string; constraint_name?: string } };
      happened.result = `failed ${cause?.code ?? message} ${cause?.constraint_name ?? ""}`;
    });
  return happened;
}

async function startIdsAt(db: Queries, next: number): Promise<void> {
  await db.execute(sql`select setval(c.oid::regclass, ${next}) from pg_class c
                        where relkind = 'S' and relnamespace = 'public'::regnamespace`);
}
