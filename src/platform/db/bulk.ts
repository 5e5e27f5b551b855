import { sql } from "drizzle-orm";
import type { Scope } from "./scope.ts";

type Table = "members" | "accounts" | "departments" | "stakeholders" | "visits" | "attendees" | "colleagues";

/** Rows in one statement: enough that the round trip is nothing, few enough to stay far from any time-out. */
const CHUNK = 5_000;

/** Runs a set-based statement over rows, a few thousand at a time; each gets them as JSON. */
export async function inChunks<T>(
  rows: readonly T[],
  work: (json: string) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK)
    await work(JSON.stringify(rows.slice(from, from + CHUNK)));
}

/** Above it the planner's old statistics are wrong enough to matter. */
const MANY = 500;

/**
 * Tells the planner about rows just written. Until then it takes the workspace for empty, joins it to itself row by
 * row, and ten thousand people take half a minute. A role that may not do this is only warned.
 */
export async function afterBulk({ db }: Scope, table: Table, written: number): Promise<void> {
  if (written > MANY) await db.execute(sql`analyze ${sql.identifier(table)}`);
}

/**
 * Gives real ids to records whose id is negative, which is how a plan names what is not there yet. Ids are taken
 * before the rows are written, so that rows can point at each other in whatever order they stand.
 * @returns real ids by the plan's ids.
 */
export async function realIds(
  { db }: Scope,
  table: Table,
  records: readonly { id: number }[],
): Promise<Map<number, number>> {
  const planned = records.map((record) => record.id).filter((id) => id < 0);
  if (planned.length === 0) return new Map();
  const rows = await db.execute<{ id: string | number }>(
    sql`select nextval(pg_get_serial_sequence(${table}, 'id')) as id from generate_series(1, ${planned.length}::int)`,
  );
  return new Map(planned.map((id, at) => [id, Number(rows[at]?.id)]));
}
