import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { beforeEach, inject, type TestContext } from "vitest";
import { type Db, openPool } from "../../src/platform/db/open.ts";

export interface FreshDatabase {
  url: string;
  sql: postgres.Sql;
  db: Db;
  /** Closes the connections and removes the database, unless a test of this file failed: then it stays to be looked at. */
  drop(): Promise<void>;
}

const tasks = new Set<TestContext["task"]>();
beforeEach(({ task }) => {
  tasks.add(task);
});

/** A migrated database of its own for a test. Copying files takes half the time of the default, which logs every page. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `rapport_${randomBytes(6).toString("hex")}`;
  await onServer((sql) => sql`create database ${sql(name)} template rapport_template strategy file_copy`);
  const url = new URL(inject("serverUrl"));
  url.pathname = `/${name}`;
  const pool = openPool(url.href, name);
  return {
    ...pool,
    url: url.href,
    async drop() {
      await pool.sql.end({ timeout: 1 });
      const failed = [...tasks].some((task) => task.result?.state === "fail");
      if (failed) console.log(`A test failed; with TEST_DATABASE_URL its database ${name} stays.`);
      else await onServer((sql) => sql`drop database ${sql(name)} with (force)`);
    },
  };
}

async function onServer(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(inject("serverUrl"), { max: 1, onnotice: () => {} });
  await work(sql).finally(() => sql.end({ timeout: 1 }));
}
