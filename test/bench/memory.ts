import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { type Child, startChild } from "./child.ts";
import { startDatabase } from "./database.ts";
import type { Line } from "./measure.ts";
import { rapportIn, startSlack } from "./stand.ts";

const IDLE_MS = 30_000;

/** Resident memory after half a minute of nothing to do, against a process that only loads the libraries and connects. */
export async function memory(rounds: number): Promise<Line[]> {
  const database = await startDatabase();
  const { slack, env } = await startSlack();
  const ours: Child[] = [];
  const floor: Child[] = [];
  // At most ten sockets in a workspace; idle processes take nothing from one another.
  for (let round = 0; round < Math.min(rounds, 5); round++) {
    ours.push(await rapportIn(env, database.url));
    floor.push(await bareIn(env, database.url));
  }
  await pause(IDLE_MS);
  const line: Line = {
    ...{ what: "memory when idle", unit: "MB", goal: { atMost: 1.25 } },
    ours: await Promise.all(ours.map(residentOf)),
    floor: await Promise.all(floor.map(residentOf)),
  };
  await Promise.all([...ours, ...floor].map((child) => child.stop()));
  await slack.stop();
  await database.stop();
  return [line];
}

const bareIn = (env: Record<string, string>, databaseUrl: string) =>
  startChild("test/bench/children/libraries.ts", {
    env: { ...env, DATABASE_URL: databaseUrl },
    ready: /The libraries are ready/,
  });

/** Resident memory in MB, as the kernel counts it. */
async function residentOf({ pid }: Child): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
