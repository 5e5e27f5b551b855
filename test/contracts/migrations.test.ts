import { readdir, readFile } from "node:fs/promises";
import { generateDrizzleJson } from "drizzle-kit/api";
import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../harness/database.ts";
import { allTables } from "./modules.ts";

const declared = await allTables();
const journal = JSON.parse(await readFile("drizzle/meta/_journal.json", "utf8")) as {
  entries: { idx: number; tag: string }[];
};
const latest = journal.entries.at(-1)?.tag.slice(0, 4) ?? "";
const snapshot = JSON.parse(await readFile(`drizzle/meta/${latest}_snapshot.json`, "utf8")) as Snapshot;

interface Snapshot {
  tables: Record<string, TableWritten>;
  enums: object;
  schemas: object;
}

interface TableWritten {
  name: string;
  columns: Record<string, { name: string; type: string; notNull: boolean; primaryKey: boolean }>;
  indexes: object;
  uniqueConstraints: object;
  foreignKeys: object;
  checkConstraints: object;
}

/** What the tables say, as a migration would write it down. */
const written = (tables: Record<string, unknown>): Snapshot => {
  const { tables: all, enums, schemas } = generateDrizzleJson(tables, undefined, undefined, "snake_case");
  return JSON.parse(JSON.stringify({ tables: all, enums, schemas }));
};
const landed = ({ tables, enums, schemas }: Snapshot): Snapshot => ({ tables, enums, schemas });

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test("the migrations say what the tables say: `npm run migration` would write nothing", () => {
  expect(Object.keys(snapshot.tables).length).toBeGreaterThan(5);
  expect(written(declared)).toEqual(landed(snapshot));
});

test("a new column, another type or a new table would be told from what has landed", () => {
  const changed = (table: Record<string, unknown>) => written({ ...declared, ...table });
  const plain = pgTable("seen_events", { workspaceId: text().notNull(), eventId: integer().notNull() });
  expect(changed({ seenEvents: plain })).not.toEqual(landed(snapshot));
  expect(changed({ more: pgTable("more", { id: text() }) })).not.toEqual(landed(snapshot));
});

test("every migration is in the journal, in order, with its snapshot, under a name that says what it does", async () => {
  const files = (await readdir("drizzle")).filter((name) => name.endsWith(".sql")).sort();
  expect(files).toEqual(journal.entries.map(({ tag }) => `${tag}.sql`));
  expect(journal.entries.map(({ idx }) => idx)).toEqual(journal.entries.map((_, at) => at));
  const snapshots = (await readdir("drizzle/meta")).filter((name) => name.endsWith("_snapshot.json")).sort();
  expect(snapshots).toEqual(journal.entries.map(({ tag }) => `${tag.slice(0, 4)}_snapshot.json`));
  expect(files.filter((name) => !/^\d{4}_[a-z]+(?:_[a-z]+){2,}\.sql$/.test(name))).toEqual([]);
});

test("the migrated database has the columns of the snapshot: no migration was edited by hand behind it", async () => {
  const rows = await database.sql<{ table: string; column: string; type: string; required: boolean }[]>`
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
           a.attnotnull as required
      from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`;
  const said = Object.values(snapshot.tables).flatMap(({ name, columns }) =>
    Object.values(columns).map((column) => ({
      table: name,
      column: column.name,
      type: column.type.replace(/^time$/, "time without time zone"),
      required: column.notNull || column.primaryKey,
    })),
  );
  const sort = (list: object[]) => list.map((each) => JSON.stringify(each)).sort();
  expect(sort([...rows])).toEqual(sort(said));
});

test("it has the keys and indexes of the snapshot too", async () => {
  const rows = await database.sql<{ name: string }[]>`
    select indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relnamespace = 'public'::regnamespace and not indisprimary
    union all
    select conname from pg_constraint where connamespace = 'public'::regnamespace and contype in ('f', 'c')`;
  const said = Object.values(snapshot.tables).flatMap((table) =>
    [table.indexes, table.uniqueConstraints, table.foreignKeys, table.checkConstraints].flatMap((some) =>
      Object.keys(some),
    ),
  );
  expect(rows.map(({ name }) => name).sort()).toEqual(said.sort());
});
