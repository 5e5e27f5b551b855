import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase } from "../../../test/harness/database.ts";
import { migrate } from "./migrate.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rapport-migrations-"));
  await mkdir(join(folder, "meta"));
  const entries = Array.from({ length: 5 }, (_, idx) => ({
    idx,
    version: "7",
    when: Date.UTC(2100, 0, idx + 1),
    tag: `000${idx}_add_table_${idx}`,
    breakpoints: true,
  }));
  await writeFile(
    join(folder, "meta/_journal.json"),
    JSON.stringify({ version: "7", dialect: "postgresql", entries }),
  );
  for (const { idx, tag } of entries)
    await writeFile(join(folder, `${tag}.sql`), `create table shelf_${idx} (id int primary key);`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("three replicas that migrate at once all succeed, and each table is made once", async () => {
  const { url, sql, drop } = await freshDatabase();
  await Promise.all([migrate(url, folder), migrate(url, folder), migrate(url, folder)]);
  await migrate(url, folder);
  const [row] = await sql`select count(*) as n from pg_tables where tablename like 'shelf%'`;
  expect(row).toEqual({ n: 5 });
  await drop();
});

test("a server that cannot be used ends in one sentence that says why", async () => {
  const { url, drop } = await freshDatabase();
  const changed = (change: Partial<URL>) => Object.assign(new URL(url), change).href;
  await expect(migrate(changed({ port: "1" }), folder)).rejects.toThrow(
    /^No database answers at .*:1: start/,
  );
  await expect(migrate(changed({ password: "wrong" }), folder)).rejects.toThrow(/refuses the user/);
  await expect(migrate(changed({ pathname: "/nowhere" }), folder)).rejects.toThrow(
    /has no database "nowhere"/,
  );
  await expect(migrate(changed({ hostname: "no.such.invalid" }), folder)).rejects.toThrow(
    /^No machine is called/,
  );
  await expect(migrate("nonsense", folder)).rejects.toThrow(/is no address/);
  await drop();
});
