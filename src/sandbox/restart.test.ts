import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WebClient } from "@slack/web-api";
import { afterEach, beforeEach, expect, test } from "vitest";
import { settableClock } from "../platform/clock.ts";
import type { Outcome, State } from "./control.ts";
import {
  readManifestFile,
  readWorkspaceFile,
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from "./index.ts";
import { ana, manifest, workspace } from "./rehearsal.ts";
import { openJournal } from "./world/journal.ts";

let dataDir: string;
const running: Sandbox[] = [];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "sandbox-"));
});
afterEach(async () => {
  for (const sandbox of running.splice(0)) await sandbox.stop();
  await rm(dataDir, { recursive: true });
});

async function start(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const clock = settableClock();
  const sandbox = await startSandbox({ workspace, manifest, clock, port: 0, dataDir, ...options });
  running.push(sandbox);
  return sandbox;
}

const stateOf = async ({ url }: Sandbox) =>
  (await (await fetch(`${url}/sandbox/state?user=${ana}`)).json()) as State;
const textsIn = (state: State) =>
  state.conversations.flatMap(({ messages }) => messages.map(({ text }) => text));
const clientOf = (sandbox: Sandbox) => new WebClient(sandbox.botToken, { slackApiUrl: sandbox.apiUrl });
const act = async ({ url }: Sandbox, path: string, body: object) =>
  (await (
    await fetch(`${url}/sandbox/${path}`, { method: "POST", body: JSON.stringify(body) })
  ).json()) as Outcome;

/** A second one on the same files, while the first still runs: as after `kill -9`, nothing was said goodbye. */
test("messages, Home, the clock and the tokens outlive a killed workspace", async () => {
  const first = await start();
  const client = clientOf(first);
  const { channel = "", ts = "" } = await client.chat.postMessage({ channel: ana, text: "One" });
  await client.chat.update({ channel, ts, text: "Two" });
  const gone = await client.chat.postMessage({ channel, text: "Gone" });
  await client.chat.delete({ channel, ts: gone.ts ?? "" });
  await client.views.publish({ user_id: ana, view: { type: "home", blocks: [{ type: "divider" }] } });
  await act(first, "clock", { set: "2026-03-09T08:59:00Z" });
  await appendFile(join(dataDir, "journal.jsonl"), '{"key":"message/half');

  const second = await start();
  expect(second).toMatchObject({ botToken: first.botToken, appToken: first.appToken });
  const state = await stateOf(second);
  expect(textsIn(state)).toEqual(["Two"]);
  expect(state.home).toMatchObject({ type: "home" });
  expect(state.now).toMatchObject({ live: false, instant: expect.stringMatching(/^2026-03-09T/) });
});

test("starting over empties the workspace for good", async () => {
  const first = await start();
  await clientOf(first).chat.postMessage({ channel: ana, text: "One" });
  await act(first, "clock", { set: "2026-03-09T08:59:00Z" });
  expect(await act(first, "reset", {})).toEqual({ ok: true });
  for (const sandbox of [first, await start()]) {
    const state = await stateOf(sandbox);
    expect(textsIn(state)).toEqual([]);
    expect(state).toMatchObject({ home: null, now: { live: true } });
  }
});

test("the journal stays about as long as what is alive", async () => {
  const { journal } = openJournal(dataDir);
  const alive = new Map<string, unknown>();
  for (let at = 0; at < 20_000; at += 1) {
    alive.set(`message/${at % 10}`, at);
    journal.put(`message/${at % 10}`, at);
    journal.tidy(() => alive);
  }
  const lines = (await readFile(join(dataDir, "journal.jsonl"), "utf8")).split("\n");
  expect(lines.length).toBeLessThan(5_100);
  expect(openJournal(dataDir).remembered).toEqual(alive);
});

test("a taken port is said in one sentence that names the setting", async () => {
  const { url } = await start();
  const port = Number(new URL(url).port);
  await expect(start({ port })).rejects.toThrow(
    `Port ${port} is taken: set SANDBOX_PORT to a free one, or stop what listens there.`,
  );
});

test("only this machine gets in: not a name that points here, not a page from elsewhere", async () => {
  const { url } = await start();
  const ask = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve) => {
      request(`${url}/sandbox/state?user=${ana}`, { headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).end();
    });
  expect(await ask({})).toBe(200);
  expect(await ask({ host: "localhost:3000", origin: "http://localhost:3000" })).toBe(200);
  expect(await ask({ host: "rebound.example" })).toBe(403);
  expect(await ask({ origin: "https://elsewhere.example" })).toBe(403);
});

test("the page and its parts are served", async () => {
  const assets = { "/page.js": { type: "text/javascript", body: "1" } };
  const { url } = await start({ page: async () => ({ html: "<p>Hello</p>", assets }) });
  expect(await (await fetch(url)).text()).toBe("<p>Hello</p>");
  expect((await fetch(`${url}/page.js`)).headers.get("content-type")).toBe("text/javascript");
  expect((await fetch(`${url}/other.js`)).status).toBe(404);
});

test("the demo company and the manifest can be read", async () => {
  const demo = await readWorkspaceFile("demo/workspace.json");
  const app = await readManifestFile("manifest.yml");
  const sandbox = await start({ workspace: demo, manifest: app });
  expect(sandbox.team.name).toBe("Nordwind Networks");
});
