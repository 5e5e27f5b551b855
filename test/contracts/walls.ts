import type postgres from "postgres";

interface Key {
  table: string;
  name: string;
  columns: string[];
  /** Of a foreign key: where it points. */
  target: string | null;
  targetColumns: string[];
}

/** The one table that is not inside a workspace. */
const ROOT = "workspaces";

const keys = (sql: postgres.Sql, kind: "p" | "f") => sql<Key[]>`
  select conrelid::regclass::text as table, conname as name,
         array(select attname::text from unnest(conkey) with ordinality k (num, at)
                 join pg_attribute on attrelid = conrelid and attnum = num order by at) as columns,
         nullif(confrelid, 0)::regclass::text as target,
         array(select attname::text from unnest(confkey) with ordinality k (num, at)
                 join pg_attribute on attrelid = confrelid and attnum = num order by at) as "targetColumns"
    from pg_constraint
   where connamespace = 'public'::regnamespace and contype = ${kind} order by 1, 2`;

/** Tables and views that hold no workspace first in their key. */
export async function outside(sql: postgres.Sql): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')`;
  const first = new Map((await keys(sql, "p")).map(({ table, columns }) => [table, columns[0]]));
  return tables.map(({ name }) => name).filter((name) => name !== ROOT && first.get(name) !== "workspace_id");
}

/** Foreign keys that could point into another workspace. */
export async function leaks(sql: postgres.Sql): Promise<string[]> {
  const leaky = (await keys(sql, "f")).filter(({ columns, target, targetColumns }) =>
    target === ROOT
      ? columns.join() !== "workspace_id"
      : columns[0] !== "workspace_id" || targetColumns[0] !== "workspace_id",
  );
  return leaky.map(({ table, name }) => `${table}: ${name}`);
}

/** Tables from which no chain of foreign keys leads to a workspace. */
export async function adrift(sql: postgres.Sql): Promise<string[]> {
  const foreign = await keys(sql, "f");
  const held = new Set([ROOT]);
  for (let before = 0; before < held.size; ) {
    before = held.size;
    for (const { table, target } of foreign) if (target !== null && held.has(target)) held.add(table);
  }
  return (await keys(sql, "p")).map(({ table }) => table).filter((table) => !held.has(table));
}

/** Unique indexes over all workspaces. */
export async function sharedUniqueness(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql<{ table: string; name: string }[]>`
    select indrelid::regclass::text as table, indexrelid::regclass::text as name
      from pg_index join pg_class on pg_class.oid = indrelid
      left join pg_attribute on attrelid = indrelid and attnum = indkey[0]
     where relnamespace = 'public'::regnamespace and indisunique and attname is distinct from 'workspace_id'`;
  return rows.filter(({ table }) => table !== ROOT).map(({ table, name }) => `${table}: ${name}`);
}

/** Tables whose workspace may be left unsaid. */
export async function lax(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql<{ table: string }[]>`
    select table_name as table from information_schema.columns
     where table_schema = 'public' and column_name = 'workspace_id'
       and (is_nullable = 'YES' or column_default is not null)`;
  return rows.map(({ table }) => table);
}
