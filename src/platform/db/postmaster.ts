import { execFile } from "node:child_process";
import { readFile, readlink, realpath, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { type Cluster, isAlive } from "./cluster.ts";
import { codeOf } from "./trouble.ts";

const run = promisify(execFile);

/** What `postmaster.pid` tells of the server on a database folder. */
export interface Postmaster {
  pid: number;
  port: number;
  /** Takes connections; otherwise it is starting, recovering or stopping. */
  ready: boolean;
}

type DataFolder = Pick<Cluster, "data">;

const fileOf = (cluster: DataFolder) => join(cluster.data, "postmaster.pid");

/** The server that runs on the folder, whoever started it; undefined when none does. Clears what a dead one left. */
export async function findPostmaster(cluster: DataFolder): Promise<Postmaster | undefined> {
  const text = await readFile(fileOf(cluster), "utf8").catch((error) => {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const lines = text.split("\n");
  const postmaster = { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  if (!(postmaster.pid > 0 && postmaster.port > 0)) return dropWhenAbandoned(cluster);
  if (await serves(postmaster.pid, cluster)) return postmaster;
  // PostgreSQL clears a dead server's file itself, but believes any living process of that number.
  await rm(fileOf(cluster), { force: true });
  return undefined;
}

/** A power cut can leave the file empty, which PostgreSQL refuses; a starting server leaves it so for an instant only. */
async function dropWhenAbandoned(cluster: DataFolder): Promise<undefined> {
  const found = await stat(fileOf(cluster)).catch(() => undefined);
  if (found && Date.now() - found.mtimeMs > 5_000) await rm(fileOf(cluster), { force: true });
}

/** The number alone proves nothing: it may be another program's by now, or the folder a copy of a running one. */
async function serves(pid: number, cluster: DataFolder): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const works = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  if (works !== undefined) return works === (await realpath(cluster.data));
  // Not Linux: its name must do, and where even that is hidden it is believed.
  const { stdout } = await run("ps", ["-o", "comm=", "-p", String(pid)]).catch(() => ({
    stdout: "postgres",
  }));
  return stdout.includes("postgres");
}

/** Has the server close its connections and end (a fast shutdown); resolves when it has, or after 30 s. */
export async function shutDown(cluster: DataFolder): Promise<void> {
  const postmaster = await findPostmaster(cluster);
  if (!postmaster) return;
  process.kill(postmaster.pid, "SIGINT");
  const until = performance.now() + 30_000;
  // It removes the file as its last act; the process may stay as a zombie where no one collects orphans.
  while (performance.now() < until && (await findPostmaster(cluster))?.pid === postmaster.pid)
    await pause(10);
}
