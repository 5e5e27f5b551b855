import { on, once } from "node:events";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { settableClock } from "../platform/clock.ts";
import type { Fault, Json, Outcome } from "./control.ts";
import { type Sandbox, startSandbox } from "./index.ts";
import { ana, manifest, workspace } from "./rehearsal.ts";

/** An app without a library: every envelope lies open, and nothing is acked unless the test does it. */
let sandbox: Sandbox;
beforeEach(async () => {
  const quick = { ackWithin: 30, eventRetries: [0, 0, 0] };
  sandbox = await startSandbox({ workspace, manifest, clock: settableClock(), port: 0, ...quick });
});
afterEach(() => sandbox.stop());

const post = async <Answer>(path: string, body: Json | Fault): Promise<Answer> => {
  const answer = await fetch(`${sandbox.url}/sandbox/${path}`, {
    method: "POST",
    body: JSON.stringify(body),
  });
  return (await answer.json()) as Answer;
};
const command = () => post<Outcome>("command", { user: ana, channel: "C0GENERAL", text: "/log" });

async function askForConnection(): Promise<Response> {
  const headers = { authorization: `Bearer ${sandbox.appToken}` };
  return fetch(`${sandbox.apiUrl}apps.connections.open`, { method: "POST", headers });
}

/** A connection and all that comes in on it, hello first. */
async function connected(): Promise<{ socket: WebSocket; next: () => Promise<Json> }> {
  const { url } = (await (await askForConnection()).json()) as { url: string };
  const socket = new WebSocket(url);
  const incoming = on(socket, "message");
  await once(socket, "open");
  const next = async () => JSON.parse(String((await incoming.next()).value[0])) as Json;
  return { socket, next };
}

test("a connection is greeted, and its address opens only one", async () => {
  const { url } = (await (await askForConnection()).json()) as { url: string };
  const socket = new WebSocket(url);
  const [hello] = await once(socket, "message");
  expect(JSON.parse(String(hello))).toMatchObject({ type: "hello", num_connections: 1 });
  const [error] = await once(new WebSocket(url), "error");
  expect(String(error)).toContain("404");
});

test("an event that is not acked comes again, three times, under the same id", async () => {
  const { next } = await connected();
  await next();
  await post("event", { event: { type: "app_uninstalled" } });
  const tries = [await next(), await next(), await next(), await next()];
  expect(tries.map((each) => each["retry_attempt"])).toEqual([0, 1, 2, 3]);
  expect(new Set(tries.map((each) => Object(each["payload"]).event_id)).size).toBe(1);
  expect(new Set(tries.map((each) => each["envelope_id"])).size).toBe(4);
});

test("each payload goes to one connection, in turn", async () => {
  const apps = [await connected(), await connected()];
  for (const { next } of apps) await next();
  for (const { socket, next } of apps) {
    const acked = next().then(({ envelope_id }) => socket.send(JSON.stringify({ envelope_id })));
    expect(await command()).toMatchObject({ ok: true });
    await acked;
  }
});

test("over a refresh a command waits for the next connection", async () => {
  const before = await connected();
  await before.next();
  await post("faults", { kind: "refresh_sockets" });
  expect(await before.next()).toMatchObject({ type: "disconnect", reason: "refresh_requested" });
  const typed = command();
  const after = await connected();
  await after.next();
  const { envelope_id } = await after.next();
  after.socket.send(JSON.stringify({ envelope_id }));
  expect(await typed).toMatchObject({ ok: true });
});

test("a warned connection still gets payloads", async () => {
  const { socket, next } = await connected();
  await next();
  await post("faults", { kind: "warn_sockets" });
  expect(await next()).toMatchObject({ type: "disconnect", reason: "warning" });
  const typed = command();
  const { envelope_id } = await next();
  socket.send(JSON.stringify({ envelope_id }));
  expect(await typed).toMatchObject({ ok: true });
});

test("the eleventh connection is turned away", async () => {
  const apps = await Promise.all(Array.from({ length: 10 }, connected));
  for (const { next } of apps) expect(await next()).toMatchObject({ type: "hello" });
  const { next } = await connected();
  expect(await next()).toMatchObject({ type: "disconnect", reason: "too_many_websockets" });
});

test("while connections are refused there is no way in, and then there is", async () => {
  await post("faults", { kind: "refuse_connections", ms: 60_000 });
  expect((await askForConnection()).status).toBe(500);
  await post("faults", { kind: "clear" });
  const { next } = await connected();
  expect(await next()).toMatchObject({ type: "hello" });
});
