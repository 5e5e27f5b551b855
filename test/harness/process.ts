import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";

/** Rapport as a newcomer starts it: a process of its own with a folder of its own. */
export interface Started {
  page: string;
  /** `kill -9`, as a power cut would. */
  kill(): Promise<void>;
  /** Ctrl+C. @returns the exit code. */
  stop(): Promise<number | null>;
}

export async function startProcess(dataFolder: string): Promise<Started> {
  const [sandboxPort, port] = await Promise.all([freePort(), freePort()]);
  const child = run(["src/main.ts"], {
    RAPPORT_DATA: dataFolder,
    SANDBOX_PORT: `${sandboxPort}`,
    PORT: `${port}`,
  });
  await says(child, "Rapport is ready");
  const ended = once(child, "exit") as Promise<[number | null]>;
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return (await ended)[0];
  };
  return {
    page: `http://127.0.0.1:${sandboxPort}`,
    kill: async () => void (await end("SIGKILL")),
    stop: () => end("SIGINT"),
  };
}

/** Runs one command to its end. @returns what it said on both streams, and its exit code. */
export async function runToEnd(
  words: string[],
  env: Record<string, string>,
): Promise<{ code: number; said: string }> {
  const child = run(words, env);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => (said += part));
  const [code] = await once(child, "exit");
  return { code, said };
}

/** Node itself runs the program, not a wrapper: a signal must reach the process that is meant. */
const run = (words: string[], env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ["--import", "tsx", ...words], {
    env: { ...process.env, LOG_LEVEL: "warn", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });

async function says(child: ChildProcess, words: string): Promise<void> {
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (part) => {
      said += part;
      if (said.includes(words)) child.emit("ready");
    });
  const exit = once(child, "exit").then(() => {
    throw new Error(`it ended before it was ready:\n${said}`);
  });
  await Promise.race([once(child, "ready"), exit]);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
