import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { checkAddress, troubleReaching } from "./trouble.ts";

/** Any number will do, as long as every version of Rapport takes the same one. */
const migrationLock = 7_277_678;

/**
 * Brings the tables up to date; says nothing when they are. drizzle's migrator takes no lock, and of three replicas
 * at once two fail: an advisory lock on the one connection lets them queue. The lock dies with the connection.
 */
export async function migrate(url: string, folder = "drizzle"): Promise<void> {
  checkAddress(url);
  const sql = postgres(url, {
    max: 1,
    max_lifetime: null,
    connect_timeout: 2,
    onnotice: () => {},
    connection: { application_name: "rapport migrations" },
  });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    await applyMigrations(drizzle(sql), { migrationsFolder: folder });
  } catch (error) {
    throw troubleReaching(url, error) ?? error;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
