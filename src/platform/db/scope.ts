import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgDatabase } from "drizzle-orm/pg-core";
import type { PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";

type NoSchema = Record<string, never>;
/** A connection or a transaction: stores need not know which. */
export type Queries = PgDatabase<PostgresJsQueryResultHKT, NoSchema, ExtractTablesWithRelations<NoSchema>>;

/**
 * The database as one workspace may see it. Every store function takes a scope and puts `workspace` into every
 * statement; the composite keys refuse a row that would point elsewhere.
 */
export interface Scope {
  readonly workspace: string;
  readonly db: Queries;
  /** Runs several slices' writes in one transaction. Inside another one it joins it (a savepoint). */
  together<T>(work: (scope: Scope) => Promise<T>): Promise<T>;
}

export const scopeOf = (db: Queries, workspace: string): Scope => ({
  workspace,
  db,
  together: (work) => db.transaction((tx) => work(scopeOf(tx, workspace))),
});
