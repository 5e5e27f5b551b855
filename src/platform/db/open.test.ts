import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../test/harness/database.ts";
import { openDatabase } from "./open.ts";

const opening = { dataFolder: "unused", say: console.log, applicationName: "rapport test" };

test("a count is a number, a civil date is its own text, an instant may be given as a Date", async () => {
  const { sql, drop } = await freshDatabase();
  const at = new Date("2026-03-01T08:00:00Z");
  const [row] =
    await sql`select count(*) as n, date '2026-03-01' as day, ${at}::timestamptz = ${at.toISOString()} as same`;
  expect(row).toEqual({ n: 1, day: "2026-03-01", same: true });
  await drop();
});

test("connections that the server cut are made anew by the next question", async () => {
  const { url, sql: other, drop } = await freshDatabase();
  const { sql, close } = await openDatabase({ ...opening, url });
  await other`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'rapport test'`;
  await expect.poll(() => sql`select 1 as answers`).toEqual([{ answers: 1 }]);
  await close();
  await drop();
});

test("connections cut under a running query fail no later question, and do not delay closing", async () => {
  const { url, sql: other, drop } = await freshDatabase();
  const { sql, close } = await openDatabase({ ...opening, url });
  const ours = (state: string) =>
    other`select pid from pg_stat_activity where application_name = 'rapport test' and state = ${state}`;
  const running = Array.from({ length: 10 }, () => sql`select pg_sleep(60)`.catch((error) => error.code));
  await expect.poll(() => ours("active")).toHaveLength(10);
  await other`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'rapport test'`;
  expect(new Set(await Promise.all(running))).toEqual(new Set(["CONNECTION_CLOSED"]));
  await expect.poll(() => ours("idle"), { timeout: 5_000 }).toHaveLength(10);
  await Promise.all(Array.from({ length: 10 }, () => sql`select 1`));
  const from = performance.now();
  await close();
  expect(performance.now() - from).toBeLessThan(1_000);
  await drop();
});

test("a database that is away is a sentence within 3 seconds, whether refused or silent", async () => {
  const silent = createServer().listen(0, "127.0.0.1");
  await once(silent, "listening");
  const address = silent.address();
  const port = typeof address === "object" ? address?.port : 0;
  const from = performance.now();
  const attempt = (at: number | undefined) =>
    openDatabase({ ...opening, url: `postgres://x:y@127.0.0.1:${at}/z` });
  await expect(attempt(1)).rejects.toThrow(/^No database answers/);
  await expect(attempt(port)).rejects.toThrow(/^No database answers/);
  expect(performance.now() - from).toBeLessThan(3_000);
  silent.close();
});
