import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "../../src/platform/db/embedded.ts";
import { migrate } from "../../src/platform/db/migrate.ts";
import { openPool } from "../../src/platform/db/open.ts";
import { type Scope, scopeOf } from "../../src/platform/db/scope.ts";
import { openWorkspace } from "../../src/team/index.ts";
import { giveHistory, type History } from "./history.ts";
import { TEAM } from "./people.ts";

export interface BenchDatabase extends History {
  url: string;
  scope: Scope;
  stop(): Promise<void>;
}

/** A folder for one run that the server's user can get into, too. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "rapport-bench-"));
  await chmod(folder, 0o755);
  return folder;
}

/** The embedded PostgreSQL as a user has it, fsync on, with two years of a sales team behind it. */
export async function startDatabase(): Promise<BenchDatabase> {
  const folder = await freshFolder();
  const server = await startEmbedded(folder, { say: () => {} });
  await migrate(server.url);
  const pool = openPool(server.url, "bench");
  const [setting] = await pool.sql`show fsync`;
  if (setting?.["fsync"] !== "on") throw new Error("fsync is off: these numbers would mean nothing.");
  const scope = scopeOf(pool.db, TEAM);
  await openWorkspace(scope, "Bench");
  const history = await giveHistory(scope);
  await pool.sql`vacuum analyze`;
  return {
    ...{ url: server.url, scope, ...history },
    async stop() {
      await pool.sql.end({ timeout: 1 });
      await server.stop({ force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}
