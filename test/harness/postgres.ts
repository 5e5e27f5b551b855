import { existsSync } from "node:fs";
import { chmod, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { isAlive } from "../../src/platform/db/cluster.ts";
import { startEmbedded } from "../../src/platform/db/embedded.ts";
import { migrate } from "../../src/platform/db/migrate.ts";
import { shutDown } from "../../src/platform/db/postmaster.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The test server's maintenance database; its user may create databases. */
    serverUrl: string;
  }
}

/** Nothing here outlives the run: speed over durability. */
const careless = { fsync: "off", full_page_writes: "off", synchronous_commit: "off", max_connections: "200" };

/**
 * One server for a run, with a migrated template that every test database copies. `TEST_DATABASE_URL` takes a server of
 * your own instead, where the databases of failed tests stay after the run.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["TEST_DATABASE_URL"];
  const server = given ? { url: given, stop: async () => {} } : await startTemporary();
  await createTemplate(server.url);
  project.provide("serverUrl", server.url);
  return server.stop;
}

async function startTemporary() {
  await sweep();
  const folder = await mkdtemp(join(tmpdir(), `rapport-test-${process.pid}-`));
  // Run by root, the server is the user postgres, who must get in.
  await chmod(folder, 0o755);
  const server = await startEmbedded(folder, { say: console.log, settings: careless });
  return {
    url: server.url,
    async stop() {
      await server.stop({ force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Servers live on when a run is killed: the next run stops them, except those of another user. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const run = Number(/^rapport-test-(\d+)-/.exec(name)?.[1] ?? 0);
    const folder = join(tmpdir(), name);
    if (run === 0 || isAlive(run) || (await stat(folder)).uid !== process.getuid?.()) continue;
    await shutDown({ data: join(folder, "postgres/data") });
    await rm(folder, { recursive: true, force: true });
  }
}

async function createTemplate(serverUrl: string): Promise<void> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} });
  await sql`drop database if exists rapport_template with (force)`;
  await sql`create database rapport_template`;
  await sql.end();
  const template = new URL(serverUrl);
  template.pathname = "/rapport_template";
  // Before the first migration is written the template is simply empty.
  if (existsSync("drizzle/meta/_journal.json")) await migrate(template.href);
}
