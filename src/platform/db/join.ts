import { setTimeout as pause } from "node:timers/promises";
import type { Cluster } from "./cluster.ts";
import { type Launch, launch } from "./launch.ts";
import { findPostmaster } from "./postmaster.ts";
import { enter, type Presence } from "./presence.ts";
import { codeOf, DatabaseTrouble } from "./trouble.ts";

/** All it takes to start the server on one folder, or to get in where it runs. */
export interface Server extends Launch {
  url(database: string, port: number): string;
}

export interface Joined {
  port: number;
  presence: Presence;
}

/** How long a server may run without answering. */
const patience = 60_000;

/** Errors of a server that is starting, stopping or gone: look again who is there. */
const passing = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "57P01",
  "57P02",
  "57P03",
]);

/** Ends on one server however many processes do this at once: `postmaster.pid` lets only one serve a folder. */
export async function joinServer(server: Server, lost: () => void, given: AbortSignal): Promise<Joined> {
  const until = performance.now() + patience;
  for (;;) {
    given.throwIfAborted();
    const postmaster = await findPostmaster(server.cluster);
    const presence = postmaster && (await tryToEnter(server, postmaster.port, lost));
    if (presence) return { port: postmaster.port, presence };
    if (performance.now() > until) throw notAnswering(server.cluster, postmaster?.pid);
    if (postmaster || !(await launch(server))) await pause(25);
  }
}

/** Joins again after the connection broke, for as long as it takes; undefined when `given` up. */
export async function recoverServer(
  server: Server,
  lost: () => void,
  given: AbortSignal,
): Promise<Joined | undefined> {
  let said = "";
  while (!given.aborted) {
    try {
      return await joinServer(server, lost, given);
    } catch (error) {
      if (given.aborted) break;
      const sentence = error instanceof DatabaseTrouble ? error.message : String(error);
      if (sentence !== said) server.say(sentence);
      said = sentence;
      await pause(1_000, undefined, { ref: false, signal: given }).catch(() => {}); // Given up: the loop ends.
    }
  }
  return undefined;
}

async function tryToEnter(server: Server, port: number, lost: () => void): Promise<Presence | undefined> {
  try {
    return await enter(server.url("postgres", port), "rapport", lost);
  } catch (error) {
    if (passing.has(codeOf(error) ?? "")) return undefined;
    if (codeOf(error) !== "28P01") throw error;
    throw new DatabaseTrouble(
      `The password in ${server.cluster.folder}/password is not this database's: restore that file from a backup.`,
      { cause: error },
    );
  }
}

function notAnswering(cluster: Cluster, pid?: number): DatabaseTrouble {
  const remedy =
    pid === undefined ? `its log is ${cluster.log}` : `stop process ${pid} and start Rapport again`;
  return new DatabaseTrouble(`The database in ${cluster.folder} does not answer: ${remedy}.`);
}
