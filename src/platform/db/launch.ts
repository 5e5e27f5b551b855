import { type ChildProcess, spawn } from "node:child_process";
import { chown, open, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Cluster } from "./cluster.ts";
import type { Engine } from "./engine.ts";
import type { Owner } from "./owner.ts";
import { findPostmaster } from "./postmaster.ts";
import { DatabaseTrouble, troubleWith } from "./trouble.ts";

export type Settings = Record<string, string>;

/** Sized for one team on a small machine. On the command line, so that they change with Rapport and not with the folder. */
const modest: Settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "64MB",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_wal_size: "256MB",
  io_method: "sync", // The default keeps three more processes for reading ahead.
  max_logical_replication_workers: "0",
  jit: "off",
  log_checkpoints: "off",
  log_timezone: "UTC",
  TimeZone: "UTC",
};

/** What a launch needs of a server. */
export interface Launch {
  engine: Engine;
  cluster: Cluster;
  owner: Owner;
  settings: Settings;
  say: (sentence: string) => void;
}

/** Another server was first on the folder, on the port, or is not quite gone: look again who is there. */
const givingWay =
  /postmaster\.pid" (already exists|is empty)|pre-existing shared memory|could not bind|could not create any TCP/;

/** Starts a server on the folder. False when it gave way to another. */
export async function launch({ engine, cluster, owner, settings, say }: Launch): Promise<boolean> {
  const log = await openLog(cluster, owner);
  const port = await choosePort(cluster, owner);
  const flags = Object.entries({ ...modest, ...settings }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  // Detached, with a log of its own: Ctrl-C in the terminal must reach us first, and the server may outlive us.
  const server = spawn(engine.postgres, ["-D", cluster.data, "-p", String(port), ...flags], {
    ...owner,
    cwd: cluster.folder,
    env: { LC_ALL: "C" },
    detached: true,
    stdio: ["ignore", log.file.fd, log.file.fd],
  });
  server.unref();
  const end = await readyOrEnd(server, cluster, say);
  await log.file.close();
  if (end === "ready") return true;
  const words = `${(await readFile(cluster.log)).subarray(log.size)}\n${end}`;
  if (givingWay.test(words)) return false;
  throw launchTrouble(cluster, words);
}

/** "ready" once it takes connections; otherwise how the process ended. */
async function readyOrEnd(server: ChildProcess, cluster: Cluster, say: Launch["say"]): Promise<string> {
  const from = performance.now();
  let end = "";
  let said = false;
  server.once("exit", (code, signal) => {
    end = `postgres: it ended by ${signal ?? code}`;
  });
  server.once("error", (error) => {
    end = `postgres: ${error.message}`;
  });
  while (end === "") {
    const found = await findPostmaster(cluster);
    if (found?.ready && found.pid === server.pid) return "ready";
    if (!said && performance.now() - from > 5_000) {
      said = true;
      say("The database is recovering from a crash; this can take a few minutes.");
    }
    await pause(10);
  }
  return end;
}

/** Begins anew past 5 MB: nobody rotates it. */
async function openLog(cluster: Cluster, owner: Owner) {
  const file = await open(cluster.log, "a", 0o600);
  if ("uid" in owner) await file.chown(owner.uid, owner.gid);
  if ((await file.stat()).size > 5_000_000) await file.truncate();
  return { file, size: (await file.stat()).size };
}

/** The port of last time, so that a process which still knows it finds the server again; another when it is taken. */
async function choosePort(cluster: Cluster, owner: Owner): Promise<number> {
  const file = join(cluster.folder, "port");
  const last = Number(await readFile(file, "utf8").catch(() => "0"));
  const port = (await tryPort(last)) ?? (await tryPort(0)) ?? last;
  if (port === last) return port;
  await writeFile(file, `${port}\n`);
  if ("uid" in owner) await chown(file, owner.uid, owner.gid);
  return port;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen(port, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : undefined));
    });
  });
}

function launchTrouble(cluster: Cluster, words: string): DatabaseTrouble {
  const reason = words.split("\n").find((line) => /(FATAL|PANIC|ERROR|postgres): /.test(line));
  const said = reason?.replace(/^.*?(FATAL|PANIC|ERROR|postgres): +/, "") ?? "it gave no reason";
  return (
    troubleWith(cluster.folder, said) ??
    new DatabaseTrouble(
      `The database in ${cluster.folder} did not start (${said}): its log is ${cluster.log}.`,
    )
  );
}
