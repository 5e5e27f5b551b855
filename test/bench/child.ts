import { type ChildProcess, spawn } from "node:child_process";

/** A process of ours, ended by its id when the bench ends, however that happens. */
export interface Child {
  pid: number;
  /** What it printed when it was ready. */
  said: string;
  /** Asks a child that answers messages. */
  ask(question: string): Promise<unknown>;
  stop(): Promise<void>;
}

const alive = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of alive) child.kill("SIGKILL");
});

const READY_WITHIN = 30_000;

/** Runs a TypeScript file as `npm start` runs its own, until it prints what is waited for. */
export async function startChild(
  file: string,
  { env = {}, ready, flags = [] }: { env?: Record<string, string>; ready: RegExp; flags?: string[] },
): Promise<Child> {
  const child = spawn(process.execPath, [...flags, "--import", "tsx", file], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  alive.add(child);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  void ended.then(() => alive.delete(child));
  return {
    pid: child.pid ?? 0,
    said: await words(child, ready, file),
    ask: (question) =>
      new Promise((resolve) => {
        child.once("message", resolve);
        child.send(question);
      }),
    async stop() {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 12_000);
      await ended;
      clearTimeout(late);
    },
  };
}

function words(child: ChildProcess, ready: RegExp, file: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const fail = (why: string) => reject(new Error(`${file} ${why}.\n${said}`));
    const late = setTimeout(() => fail("was not ready in 30 s"), READY_WITHIN);
    child.once("exit", () => fail("ended before it was ready"));
    child.stdout?.setEncoding("utf8").on("data", (more: string) => {
      if (said.length < 100_000) said += more;
      if (!ready.test(said)) return;
      clearTimeout(late);
      resolve(said);
    });
  });
}
