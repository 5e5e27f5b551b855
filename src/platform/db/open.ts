import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { startEmbedded } from "./embedded.ts";
import { prepareStatements } from "./prepared.ts";
import { reviver } from "./revive.ts";
import { checkAddress, troubleReaching } from "./trouble.ts";

export type Db = PostgresJsDatabase<Record<string, never>>;

export interface Database {
  sql: postgres.Sql;
  db: Db;
  url: string;
  /** Whether it answers at this moment. */
  alive(): Promise<boolean>;
  /** Lets running queries end (2 s at most), closes the pool, and leaves the embedded server. */
  close(): Promise<void>;
}

export interface Opening {
  /** A server of one's own; without it the embedded one under `dataFolder`. */
  url?: string | undefined;
  dataFolder: string;
  /** Told one sentence when something is not as the person may expect it. */
  say: (sentence: string) => void;
  applicationName: string;
}

/** Opens the database, and proves it by a question. Throws DatabaseTrouble with a sentence a person can act on. */
export async function openDatabase({ url, dataFolder, say, applicationName }: Opening): Promise<Database> {
  if (url !== undefined) checkAddress(url);
  const embedded = url === undefined ? await startEmbedded(dataFolder, { say }) : undefined;
  const address = embedded?.url ?? url ?? "";
  const pool = openPool(address, applicationName);
  const close = async () => {
    // Never without a limit: a broken connection may still keep the driver waiting (see revive.ts).
    await pool.sql.end({ timeout: 2 });
    await embedded?.stop();
  };
  try {
    await pool.sql`select 1`;
  } catch (error) {
    await close();
    throw troubleReaching(address, error) ?? error;
  }
  const alive = () =>
    pool.sql`select 1`.then(
      () => true,
      () => false,
    );
  return { ...pool, url: address, alive, close };
}

const poolSize = 10;

/** A pool that has not connected yet. Civil dates are 'YYYY-MM-DD', instants strings for drizzle to map, bigints numbers. */
export function openPool(url: string, applicationName: string): { sql: postgres.Sql; db: Db } {
  const sql: postgres.Sql<{ bigint: number | string }> = postgres(url, {
    max: poolSize,
    max_lifetime: null,
    connect_timeout: 2,
    // The default backs off up to 20 s, and a query waits that long before it fails: too long for a person who asked.
    backoff: () => 0.2,
    onnotice: () => {},
    onclose: reviver(poolSize, () => sql),
    connection: {
      application_name: applicationName,
      TimeZone: "UTC",
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
    },
    types: { bigint: { to: 20, from: [20], parse: readBigint, serialize: String } },
  });
  const db = drizzle(sql, { casing: "snake_case" });
  acceptDates(sql);
  prepareStatements(sql);
  return { sql: sql as unknown as postgres.Sql, db };
}

/** count(*) and bigint columns as numbers; beyond 2^53 the digits stay a string rather than round. */
function readBigint(digits: string): number | string {
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : digits;
}

/** drizzle switches off the driver's date serializers, after which a `Date` in a hand-written query throws. */
function acceptDates(sql: { options: { serializers: Record<number, (value: unknown) => unknown> } }) {
  for (const type of [1082, 1114, 1184])
    sql.options.serializers[type] = (value) => (value instanceof Date ? value.toISOString() : value);
}
