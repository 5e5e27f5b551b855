import { type ChildProcess, spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { freshFolder } from "./database.ts";
import type { Line } from "./measure.ts";

const PATIENCE_MS = 60_000;

/** From `npm start` to the page with all its parts and the app in it: on a new machine, and once more on the same one. */
export async function start(rounds: number): Promise<Line[]> {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const folder = await freshFolder();
    cold.push(await openPage(folder));
    warm.push(await openPage(folder));
    await rm(folder, { recursive: true, force: true });
  }
  return [
    { what: "npm start to an open page, first time", unit: "s", goal: { atMost: 10 }, ours: cold, floor: [] },
    { what: "npm start to an open page, again", unit: "s", goal: { atMost: 5 }, ours: warm, floor: [] },
  ];
}

/** @returns seconds until the page is whole and the app answers in it. */
async function openPage(folder: string): Promise<number> {
  const port = await freePort();
  const from = performance.now();
  // The folder also takes the runner's compiled files: a new machine has none.
  const child = spawn("npm", ["start"], {
    env: {
      ...process.env,
      RAPPORT_DATA: `${folder}/data`,
      TMPDIR: folder,
      SANDBOX_PORT: `${port}`,
      PORT: "0",
    },
    stdio: ["ignore", "ignore", "inherit"],
    detached: true,
  });
  const page = `http://127.0.0.1:${port}`;
  try {
    while (!(await isWhole(page))) {
      if (performance.now() - from > PATIENCE_MS || child.exitCode !== null)
        throw new Error("npm start opened no page.");
      await pause(20);
    }
    return (performance.now() - from) / 1000;
  } finally {
    await end(child);
  }
}

async function isWhole(page: string): Promise<boolean> {
  try {
    const html = await (await fetch(page)).text();
    const parts = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => fetch(`${page}${path}`));
    const found = (await Promise.all(parts)).every(({ ok }) => ok) && parts.length > 0;
    const state = await (await fetch(`${page}/sandbox/state?user=U0ANA`)).text();
    return found && state.includes('"connected":true');
  } catch {
    return false; // Nobody listens yet.
  }
}

/** npm, the runner and Rapport are one process group of ours; npm may end before Rapport has closed its database. */
async function end({ pid }: ChildProcess): Promise<void> {
  if (pid === undefined) return;
  const from = performance.now();
  let signal: NodeJS.Signals | 0 = "SIGTERM";
  while (reach(pid, signal)) {
    signal = performance.now() - from > PATIENCE_MS ? "SIGKILL" : 0;
    await pause(50);
  }
}

/** @returns whether anybody in the group was there to hear it. */
function reach(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}
