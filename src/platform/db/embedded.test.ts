import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Embedded, startEmbedded } from "./embedded.ts";

/** A database created once, for all who do not ask how one is created; each test leaves it whole and stopped. */
let used: string;
beforeAll(async () => {
  used = await mkdtemp(join(tmpdir(), "rapport-db-"));
  await chmod(used, 0o755);
  await (await startEmbedded(used, { say, settings: { fsync: "off" } })).stop();
});
afterAll(() => rm(used, { recursive: true, force: true }));

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

test("after kill -9 of Rapport the server that lives on is joined, with every row", async () => {
  const first = await otherProcess(used);
  await ask(first.url, "create table kept as select 'call back' as words");
  const server = await processOf(used);
  first.child.kill("SIGKILL");
  await once(first.child, "exit");
  const second = await open(used);
  expect(await ask(second.url, "select words from kept")).toEqual([{ words: "call back" }]);
  expect(await processOf(used)).toBe(server);
});

test("two first starts at once, after one that was cut off, end on one whole folder and one server; the last out stops it", async () => {
  const folder = await dataFolder();
  await mkdir(join(folder, `postgres.new-${await deadProcess()}-abc/data`), { recursive: true });
  const [other, one] = await Promise.all([otherProcess(folder), open(folder)]);
  expect(other.url).toBe(one.url);
  expect(await readdir(folder)).toEqual(["postgres"]);
  await other.leave();
  expect(await ask(one.url, "select 1 as answers")).toEqual([{ answers: 1 }]);
  await one.stop();
  expect(await processOf(folder)).toBeUndefined();
});

test("of two that leave at once, one stops the server", async () => {
  const both = await Promise.all([open(used), open(used)]);
  await Promise.all(both.map((each) => each.stop()));
  expect(await processOf(used)).toBeUndefined();
});

test("whoever starts while the last one leaves gets a server too", async () => {
  const last = await open(used);
  const [next] = await Promise.all([open(used), last.stop()]);
  expect(await ask(next.url, "select 1 as answers")).toEqual([{ answers: 1 }]);
});

test("a server that somebody else's tool still uses is left running", async () => {
  const { url, stop } = await open(used);
  const tool = postgres(url, { max: 1 });
  await tool`select 1`;
  await stop();
  expect(await tool`select 1 as answers`).toEqual([{ answers: 1 }]);
  await tool.end();
});

test("a server that breaks down is started again where it was, with every row", async () => {
  const { url } = await open(used);
  await ask(url, "create table promises as select 'call back' as words");
  const server = Number(await processOf(used));
  process.kill(server, "SIGKILL");
  await expect.poll(() => ask(url, "select words from promises"), { timeout: 10_000 }).toHaveLength(1);
  expect(await processOf(used)).not.toBe(server);
});

test("a restart keeps the address, and the number of a dead server may be another program's by now", async () => {
  const first = await open(used);
  await first.stop();
  const left = [process.pid, join(used, "postgres/data"), 1, new URL(first.url).port, "", "", "", "ready   "];
  await writeFile(join(used, "postgres/data/postmaster.pid"), `${left.join("\n")}\n`);
  expect((await open(used)).url).toBe(first.url);
});

test("a folder of another PostgreSQL says so in one sentence", async () => {
  const version = join(used, "postgres/data/PG_VERSION");
  await writeFile(version, "17\n");
  undo.push(() => writeFile(version, "18\n"));
  await expect(startEmbedded(used, { say })).rejects.toThrow(
    /is of PostgreSQL 17 and this Rapport brings 18/,
  );
});

test("a data folder that is a file says so in one sentence", async () => {
  const folder = join(await dataFolder(), "file");
  await writeFile(folder, "");
  await expect(startEmbedded(folder, { say })).rejects.toThrow(/a file is in the way/);
});

const asRoot = test.skipIf(process.getuid?.() !== 0);

asRoot(
  "root: where the server's user cannot get in, the database goes elsewhere and says so once",
  async () => {
    const [folder, elsewhere] = [await dataFolder(0o700), await dataFolder()];
    const said: string[] = [];
    const options = { say: (sentence: string) => said.push(sentence), elsewhere };
    const first = await startEmbedded(folder, options);
    const second = await startEmbedded(folder, options);
    expect(second.url).toBe(first.url);
    expect(said).toEqual([expect.stringMatching(/^The database is kept in .* cannot get into/)]);
    await Promise.all([first.stop(), second.stop()]);
  },
);

asRoot("root: a database that became unreachable is not replaced by an empty one", async () => {
  await chmod(used, 0o700);
  undo.push(() => chmod(used, 0o755));
  await expect(startEmbedded(used, { say })).rejects.toThrow(/let others pass through the folders above it/);
});

asRoot(
  "an ordinary user's database works, root may open it later, and a stranger gets one sentence",
  async (context) => {
    const [nobody, stranger] = [65_534, 54_321];
    const folder = await dataFolder();
    await chown(folder, nobody, nobody);
    const ordinary = await otherProcess(folder, nobody);
    if ("error" in ordinary)
      return context.skip(`an ordinary user cannot read this checkout: ${ordinary.error}`);
    await ordinary.leave();
    await (await open(folder)).stop();
    const refused = await otherProcess(folder, stranger);
    expect(refused.error).toMatch(/^The folder .* belongs to someone else/);
  },
);

function say(sentence: string) {
  throw new Error(`Nothing was to be said, but: ${sentence}`);
}

async function dataFolder(mode = 0o755): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "rapport-db-"));
  await chmod(folder, mode);
  undo.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function open(folder: string): Promise<Embedded> {
  const embedded = await startEmbedded(folder, { say, settings: { fsync: "off" } });
  undo.push(() => embedded.stop({ force: true }));
  return embedded;
}

/** The number of a process that has ended. */
async function deadProcess(): Promise<number | undefined> {
  const child = spawn(process.execPath, ["--version"]);
  await once(child, "exit");
  return child.pid;
}

async function processOf(folder: string): Promise<number | undefined> {
  const text = await readFile(join(folder, "postgres/data/postmaster.pid"), "utf8").catch(() => undefined);
  return text === undefined ? undefined : Number(text.split("\n")[0]);
}

async function ask(url: string, question: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 2 });
  return [...(await sql.unsafe(question).finally(() => sql.end()))];
}

interface OtherProcess {
  child: ChildProcess;
  url: string;
  error?: string;
  leave(): Promise<unknown>;
}

/** A process of its own that opens the database, says where, and leaves when its input ends. */
async function otherProcess(folder: string, uid?: number): Promise<OtherProcess> {
  const program = `
    import { startEmbedded } from ${JSON.stringify(new URL("./embedded.ts", import.meta.url).href)};
    const told = await startEmbedded(${JSON.stringify(folder)}, { say: console.error }).catch((error) => ({ error: error.message }));
    console.log(JSON.stringify(told));
    for await (const _ of process.stdin);
    await told.stop?.();`;
  const flags = ["--import", "tsx", "--input-type=module", "--eval", program];
  const child = spawn(process.execPath, flags, {
    stdio: ["pipe", "pipe", "pipe"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  undo.push(async () => child.kill("SIGKILL"));
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  const [line] = await Promise.race([once(createInterface(child.stdout), "line"), once(child, "exit")]);
  const told = typeof line === "string" ? JSON.parse(line) : { error: complaint };
  const leave = async () => {
    child.stdin.end();
    await once(child, "exit");
  };
  return { child, leave, ...told };
}
