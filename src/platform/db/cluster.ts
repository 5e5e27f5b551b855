import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Engine } from "./engine.ts";
import type { Place } from "./place.ts";
import { codeOf, DatabaseTrouble, troubleWith } from "./trouble.ts";

const run = promisify(execFile);

/** One database folder: `data` is PostgreSQL's own, beside it the password, the port it last used and its log. */
export interface Cluster {
  folder: string;
  data: string;
  log: string;
  password: string;
}

/** Reads a database folder, or says why this engine cannot open it. */
export async function readCluster(folder: string, engine: Engine): Promise<Cluster> {
  try {
    const password = (await readFile(join(folder, "password"), "utf8")).trim();
    const major = (await readFile(join(folder, "data", "PG_VERSION"), "utf8")).trim();
    if (major === engine.major)
      return { folder, data: join(folder, "data"), log: join(folder, "server.log"), password };
    throw new DatabaseTrouble(
      `The database in ${folder} is of PostgreSQL ${major} and this Rapport brings ${engine.major}: go back to the Rapport that wrote it and move its data with pg_dump.`,
    );
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw troubleWith(folder, error) ?? error;
    throw new DatabaseTrouble(
      `The folder ${folder} holds no whole database: restore it, or delete it to begin with an empty one.`,
      { cause: error },
    );
  }
}

/**
 * Creates the database folder as a draft and moves it into place: a folder that exists is whole, however its creation
 * was cut off. Of two processes creating at once one move fails, and that one takes the other's folder.
 */
export async function createCluster(place: Place, engine: Engine, say: (sentence: string) => void) {
  try {
    await sweepDrafts(place.parent);
    const draft = await mkdtemp(join(place.parent, `postgres.new-${process.pid}-`));
    try {
      await fill(draft, place, engine);
      await publish(draft, place, say);
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      throw error;
    }
  } catch (error) {
    if (codeOf(error) !== "ENOTEMPTY" && codeOf(error) !== "EEXIST")
      throw creationTrouble(place.parent, error);
  }
}

async function fill(draft: string, { owner }: Place, engine: Engine): Promise<void> {
  const [password, data] = [join(draft, "password"), join(draft, "data")];
  await writeFile(password, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
  await mkdir(data, { mode: 0o700 });
  if ("uid" in owner) for (const path of [draft, password, data]) await chown(path, owner.uid, owner.gid);
  const create = (ctype: string) =>
    run(engine.initdb, initdbFlags(data, password, ctype), { ...owner, cwd: "/", env: { LC_ALL: "C" } });
  await create("C.UTF-8").catch((error) => {
    if (!/invalid locale name/.test(String(error))) throw error;
    return create("C");
  });
}

/**
 * The builtin locale sorts and folds alike on every machine, and no upgrade of the system's libraries breaks an index.
 * The character types are the system's, because pg_trgm asks only those: under C no Chinese character is a letter.
 */
function initdbFlags(data: string, password: string, ctype: string): string[] {
  const locale = [
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    `--lc-ctype=${ctype}`,
  ];
  const access = ["--username=rapport", `--pwfile=${password}`, "--auth=scram-sha-256"];
  return [`--pgdata=${data}`, "--encoding=UTF8", "--no-instructions", ...locale, ...access];
}

async function publish(draft: string, { address, parent }: Place, say: (sentence: string) => void) {
  if (address.startsWith(join(parent, "/"))) return rename(draft, address);
  const folder = join(parent, `postgres-${randomBytes(4).toString("hex")}`);
  await rename(draft, folder);
  try {
    await symlink(folder, address);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  say(`The database is kept in ${folder}, because the user postgres cannot get into ${address}.`);
}

/** Drafts whose process is gone; their own number is in their name. */
async function sweepDrafts(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = Number(/^postgres\.new-(\d+)-/.exec(name)?.[1] ?? 0);
    if (pid === 0 || isAlive(pid)) continue;
    // An initdb that outlived its parent may still write into it: then a later start sweeps it.
    await rm(join(parent, name), { recursive: true, force: true }).catch(() => {});
  }
}

/** Whether a process of this number exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

function creationTrouble(folder: string, error: unknown): unknown {
  const known = troubleWith(folder, error);
  if (known || !(error instanceof Error) || !("stderr" in error)) return known ?? error;
  const lines = String(error.stderr).trim().split("\n");
  const reason = lines.find((line) => /(FATAL|PANIC|error): /.test(line)) ?? lines.at(-1);
  return new DatabaseTrouble(
    `PostgreSQL could not create its files in ${folder} (${reason}): choose another folder with RAPPORT_DATA, or set DATABASE_URL.`,
    { cause: error },
  );
}
