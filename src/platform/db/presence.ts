import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { codeOf } from "./trouble.ts";

/** A process's place on the embedded server: one connection, held for as long as the process uses it. */
export interface Presence {
  /** Gives up the place. True when no one else is on the server: then no one can enter before it is stopped. */
  leave(): Promise<boolean>;
  /** Closes the connection. */
  close(): Promise<void>;
}

/** Held shared by everyone present; who gets it alone is the last, however many leave at once. */
const presenceLock = 7_277_679;

/** Enters through the maintenance database at `url` and makes sure `database` exists. `lost` is called when the connection breaks. */
export async function enter(url: string, database: string, lost: () => void): Promise<Presence> {
  let present = false;
  const sql = postgres(url, {
    max: 1,
    max_lifetime: null,
    connect_timeout: 2,
    onnotice: () => {},
    onclose: () => present && lost(),
    connection: { application_name: "rapport presence" },
  });
  const close = async () => {
    present = false;
    await sql.end({ timeout: 0 });
  };
  try {
    // Waits while the last one out is stopping the server, and fails when it has stopped.
    await sql`select pg_advisory_lock_shared(${presenceLock})`;
    await createOnce(sql, database);
  } catch (error) {
    await close();
    throw error;
  }
  present = true;
  return { leave: () => leave(sql), close };
}

async function createOnce(sql: postgres.Sql, database: string): Promise<void> {
  const known = await sql`select from pg_database where datname = ${database}`;
  if (known.length > 0) return;
  await sql`create database ${sql(database)}`.catch((error) => {
    // Someone else's first start was quicker.
    if (codeOf(error) !== "42P04" && codeOf(error) !== "23505") throw error;
  });
}

async function leave(sql: postgres.Sql): Promise<boolean> {
  await sql`select pg_advisory_unlock_shared(${presenceLock})`;
  const [row] = await sql`select pg_try_advisory_lock(${presenceLock}) as alone`;
  if (!row?.["alone"]) return false;
  // Others are those who came by themselves (psql, a backup). Our own closed connections take a moment to go.
  for (let tries = 0; tries < 20; tries += 1) {
    const others =
      await sql`select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;
    if (others.length === 0) return true;
    await pause(25);
  }
  return false;
}
