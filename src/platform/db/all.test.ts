import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../test/harness/database.ts";
import { allOf } from "./all.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await database.sql`create table notes (words text)`;
});
afterAll(() => database.drop());

test("what goes out together is answered each by its own", async () => {
  const both = database.db.transaction((tx) =>
    allOf([tx.execute(sql`select ${1}::int as n`), tx.execute(sql`select ${"two"}::text as n`)]),
  );
  expect(await both).toMatchObject([[{ n: 1 }], [{ n: "two" }]]);
});

test("when one statement fails, the others leave nothing behind, however many steps they have still to go", async () => {
  let steps: Promise<void> | undefined;
  const saving = database.db.transaction(async (tx) => {
    steps = (async () => {
      for (let step = 0; step < 20; step++)
        await tx.execute(sql`insert into notes values (${`step ${step}`})`).catch(() => undefined);
    })();
    await allOf([steps, tx.execute(sql`select 1 / ${0}::int`)]);
  });
  await expect(saving).rejects.toMatchObject({ cause: { code: "22012" } });
  await steps;
  expect(await database.sql`select * from notes`).toEqual([]);
});
