import { expect, test } from "vitest";
import { programSources, roomOf } from "./sources.ts";

const sources = await programSources();

/** Writes that do not sit with their table's owner, each with its reason and its columns. */
const LENT: Record<string, { to: string; columns?: string[] }> = {
  workspaces: { to: "team" },
  // The cadence clock of a person is coverage's.
  stakeholders: { to: "coverage", columns: ["cadence_days", "last_effective_on"] },
};

/** The variable and the name of each table, and the room it belongs to. */
const tables = sources
  .filter(({ path }) => path.endsWith(".table.ts"))
  .flatMap(({ path, code }) =>
    [...code.matchAll(/export const (\w+) = pgTable\(\s*"(\w+)"/g)].map(([, variable = "", name = ""]) => ({
      ...{ variable, name, owner: roomOf(path) },
    })),
  );

interface Write {
  table: string;
  at: string;
}

/** Inserts, updates and deletes of a store: by drizzle's builder, or in a statement's own words. */
function writesOf(code: string, at: string): Write[] {
  const built = [...code.matchAll(/\.\s*(?:insert|update|delete)\s*\(\s*(\w+)/g)].map(([, variable]) =>
    tables.find((table) => table.variable === variable),
  );
  const said = [
    ...code.matchAll(/\b(?:insert\s+into|update|delete\s+from|truncate)\s+(?:only\s+)?"?(\w+)"?/gi),
  ].map(([, name]) => tables.find((table) => table.name === name));
  return [...built, ...said].flatMap((table) => (table ? [{ table: table.name, at }] : []));
}

const ownerOf = (name: string) => tables.find((table) => table.name === name)?.owner;
const strange = ({ table, at }: Write) => roomOf(at) !== ownerOf(table) && LENT[table]?.to !== roomOf(at);

test("only the owner of a table writes it", () => {
  const writes = sources
    .filter(({ path }) => path.endsWith(".store.ts"))
    .flatMap(({ path, code }) => writesOf(code, path));
  expect(
    tables.filter(({ name }) => !writes.some(({ table }) => table === name)).map(({ name }) => name),
  ).toEqual([]);
  expect(writes.filter(strange)).toEqual([]);
});

test("what is lent is used, and only in the columns it was lent for", () => {
  for (const [name, { to, columns }] of Object.entries(LENT)) {
    const stores = sources.filter(({ path }) => roomOf(path) === to && path.endsWith(".store.ts"));
    const writing = stores.filter(({ path, code }) =>
      writesOf(code, path).some(({ table }) => table === name),
    );
    expect(writing, `${to} writes ${name}`).not.toEqual([]);
    if (!columns) continue;
    const statements = writing.flatMap(({ code }) => [...code.matchAll(/\bset\s+([\s\S]*?)\bfrom\b/g)]);
    const set = statements.flatMap(([, list = ""]) =>
      [...list.matchAll(/(\w+)\s*=/g)].map(([, column]) => column),
    );
    expect(set.toSorted()).toEqual(columns.toSorted());
  }
});

test("a write into another slice's table would be seen, a read or a lock would not", () => {
  const writes = writesOf(
    "tx.db.insert(visits); sql`delete from members`; sql`update  accounts set x = 1`; db.select().from(visits)",
    "src/home/home.store.ts",
  );
  expect(writes.filter(strange).map(({ table }) => table)).toEqual(["visits", "members", "accounts"]);
  expect(writesOf("select from outbox for update skip locked", "src/home/home.store.ts")).toEqual([]);
});
