import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import { codeOf } from "./trouble.ts";

/**
 * Makes a pool whole after connections broke: returns the driver's `onclose`.
 *
 * A connection that breaks under a running query keeps that query and the server's last words. Used again, be it hours
 * later, it fails an innocent query with them ("terminating connection…", 57P01), and `end()` waits for it for ever
 * (porsager/postgres#1097). One question each, asked by nobody, clears them. The pool must not close connections by
 * itself (`idle_timeout`, `max_lifetime`), or this would keep opening them.
 */
export function reviver(size: number, pool: () => postgres.Sql): () => void {
  let reviving = false;
  return () => {
    if (reviving) return;
    reviving = true;
    revive(size, pool()).finally(() => {
      reviving = false;
    });
  };
}

async function revive(size: number, sql: postgres.Sql): Promise<void> {
  for (;;) {
    await pause(250, undefined, { ref: false });
    // At once, so that each goes to a connection of its own: idle ones are taken first, then the broken ones.
    const answers = await Promise.allSettled(Array.from({ length: size }, () => sql`select 1`));
    const errors = answers.flatMap((answer) => (answer.status === "rejected" ? [codeOf(answer.reason)] : []));
    if (errors.length === 0 || errors.includes("CONNECTION_ENDED")) return;
  }
}
