import { readdir, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { settableClock } from "../../src/platform/clock.ts";
import { createLog } from "../../src/platform/log.ts";
import { plain, question, title } from "../../src/platform/slack/blocks.ts";
import { createBoundary, Refusal } from "../../src/platform/slack/boundary.ts";
import { connectSlack, type Slack } from "../../src/platform/slack/connect.ts";
import { handle } from "../../src/platform/slack/handle.ts";
import type { Call, Fault, Outcome, State } from "../../src/sandbox/control.ts";
import { readManifestFile, readWorkspaceFile, type Sandbox, startSandbox } from "../../src/sandbox/index.ts";

/**
 * What Slack does to an app on a bad day, through a real socket. Each test names the promise and docs/decisions/0006
 * the library's fault behind it.
 */

const manifest = await readManifestFile("manifest.yml");
const workspace = await readWorkspaceFile("demo/workspace.json");
const [ana] = workspace.people;
const user = ana?.id ?? "";
const channel = workspace.channels.find(({ members }) => members.includes(ana?.name ?? ""))?.id ?? "";

let ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  // The workspace goes first: an app whose sockets are gone stops at once.
  await Promise.all(ends.reverse().map((end) => end()));
  ends = [];
});

async function open(): Promise<Sandbox> {
  const sandbox = await startSandbox({
    workspace,
    manifest,
    clock: settableClock(),
    port: 0,
    eventRetries: [0],
  });
  ends.push(() => sandbox.stop());
  return sandbox;
}

async function connect(sandbox: Sandbox, more: Partial<Parameters<typeof connectSlack>[0]> = {}) {
  const { botToken, appToken, apiUrl } = sandbox;
  const slack = await connectSlack({ botToken, appToken, apiUrl, log: createLog("silent"), ...more });
  ends.push(() => slack.stop());
  const boundary = createBoundary({
    ...{ app: slack.app, client: slack.interactive, log: createLog("silent"), localeOf: () => "en" as const },
    later: async ({ userId }, text) => void (await slack.bulk.chat.postMessage({ channel: userId, text })),
  });
  return { slack, on: handle(slack.app, boundary, { firstTime: async () => true }) };
}

async function post<Answer = Outcome>(sandbox: Sandbox, path: string, body: object): Promise<Answer> {
  const answer = await fetch(`${sandbox.url}/sandbox/${path}`, {
    method: "POST",
    body: JSON.stringify(body),
  });
  return (await answer.json()) as Answer;
}
const get = async <Answer>({ url }: Sandbox, path: string) =>
  (await (await fetch(`${url}/sandbox/${path}`)).json()) as Answer;
const fault = (sandbox: Sandbox, what: Fault) => post(sandbox, "faults", what);
const command = (sandbox: Sandbox, text = "") =>
  post(sandbox, "command", { user, channel, text: `/visit ${text}` });
const state = (sandbox: Sandbox) => get<State>(sandbox, `state?user=${user}`);
const callsOf = async (sandbox: Sandbox, what: string) =>
  (await get<Call[]>(sandbox, "calls?after=0")).filter((call) => call.what === what);

const form = {
  type: "modal" as const,
  callback_id: "visits.log",
  title: title("Log a visit"),
  submit: title("Save"),
  blocks: [question("notes", "Notes", { type: "plain_text_input" }, { optional: true })],
};

async function openForm(
  sandbox: Sandbox,
  on: Awaited<ReturnType<typeof connect>>["on"],
  slack: Slack,
): Promise<string> {
  on.command("/visit", async (asked) => void (await asked.open(form)));
  await slack.start();
  await command(sandbox);
  return (await state(sandbox)).views[0]?.id ?? "";
}

/** Types the command every few milliseconds while something happens; what the person waited, and what failed. */
async function typeThrough(sandbox: Sandbox, happening: () => Promise<void>) {
  let over = false;
  const sent: Promise<Outcome>[] = [];
  const typing = (async () => {
    while (!over) {
      sent.push(command(sandbox));
      await sleep(10);
    }
  })();
  await happening();
  over = true;
  await typing;
  const outcomes = await Promise.all(sent);
  return {
    failed: outcomes.filter(({ ok }) => !ok).length,
    slowest: Math.max(...outcomes.map(({ ackMs = 0 }) => ackMs)),
  };
}

test("a refresh of the socket leaves no hole in which a command fails or waits", async () => {
  const sandbox = await open();
  const { slack, on } = await connect(sandbox);
  on.command("/visit", async () => undefined);
  await slack.start();
  await sleep(1050);
  const { failed, slowest } = await typeThrough(sandbox, async () => {
    for (let refresh = 0; refresh < 3; refresh++) {
      await fault(sandbox, { kind: "refresh_sockets" });
      await sleep(1050);
    }
  });
  expect(failed).toBe(0);
  // Some 20 ms on an idle machine; the library's own receiver leaves 5 s.
  expect(slowest).toBeLessThan(400);
});

test("a form in the middle of its save when the socket is refreshed is still answered", async () => {
  const sandbox = await open();
  const { slack, on } = await connect(sandbox);
  on.submit("visits.log", async () => {
    await sleep(1500);
    return { update: { ...form, title: title("Saved") } };
  });
  const view = await openForm(sandbox, on, slack);
  const submitted = post(sandbox, "submit", { user, view });
  await sleep(100);
  await fault(sandbox, { kind: "refresh_sockets" });
  expect(await submitted).toMatchObject({ ok: true });
  expect((await state(sandbox)).views[0]?.view).toMatchObject({ title: { text: "Saved" } });
});

test("a dropped socket is back at once", async () => {
  const sandbox = await open();
  const { slack, on } = await connect(sandbox);
  on.command("/visit", async () => undefined);
  await slack.start();
  const { failed, slowest } = await typeThrough(sandbox, async () => {
    await fault(sandbox, { kind: "drop_sockets" });
    await sleep(500);
  });
  // A command under way in the cut socket is lost with it; nothing else is.
  expect(failed).toBeLessThanOrEqual(1);
  expect(slowest).toBeLessThan(3100);
  expect(await command(sandbox)).toMatchObject({ ok: true });
});

test("an outage of Slack is survived, and over as soon as Slack is back", async () => {
  const sandbox = await open();
  const { slack, on } = await connect(sandbox);
  on.command("/visit", async () => undefined);
  await slack.start();
  await fault(sandbox, { method: "apps.connections.open", kind: "http500", times: 2 });
  await fault(sandbox, { method: "apps.connections.open", kind: "rate_limited", retryAfter: 1, times: 1 });
  await fault(sandbox, { method: "apps.connections.open", kind: "cut_before", times: 1 });
  await fault(sandbox, { kind: "refuse_connections", ms: 1000 });
  await fault(sandbox, { kind: "drop_sockets" });
  await sleep(300);
  expect(slack.connected()).toBe(false);
  await expect.poll(() => slack.connected(), { timeout: 8000 }).toBe(true);
  expect(await command(sandbox)).toMatchObject({ ok: true });
});

test("Slack unreachable at the start is waited for, and the workspace is asked once who we are", async () => {
  const sandbox = await open();
  await fault(sandbox, { method: "auth.test", kind: "http500", times: 2 });
  await fault(sandbox, { method: "auth.test", kind: "cut_before", times: 1 });
  await fault(sandbox, { method: "apps.connections.open", kind: "http500", times: 2 });
  const { slack, on } = await connect(sandbox);
  expect(slack.identity).toMatchObject({ teamId: sandbox.team.id, teamName: sandbox.team.name });
  on.command("/visit", async () => undefined);
  await slack.start();
  expect(slack.connected()).toBe(true);
  const asked = (await callsOf(sandbox, "auth.test")).length;
  for (let at = 0; at < 5; at++) await command(sandbox);
  expect(await callsOf(sandbox, "auth.test")).toHaveLength(asked);
});

test("a token that Slack refuses ends the start with a sentence someone can act on", async () => {
  const sandbox = await open();
  await expect(connect(sandbox, { botToken: "xoxb-wrong" })).rejects.toThrow(
    /SLACK_BOT_TOKEN.*Copy it again/,
  );
  for (const [error, sentence] of [
    ["token_revoked", /was revoked.*Install the app/],
    ["account_inactive", /was removed/],
    ["missing_scope", /lacks a scope/],
  ] as const) {
    await fault(sandbox, { method: "auth.test", kind: "error", error, times: 1 });
    await expect(connect(sandbox)).rejects.toThrow(sentence);
  }
  const { slack } = await connect(sandbox, { appToken: "xapp-wrong" });
  await expect(slack.start()).rejects.toThrow(/SLACK_APP_TOKEN.*App-Level Tokens/);
});

test("a 429 on a sent message holds up no form, and says how long to wait", async () => {
  const sandbox = await open();
  const { slack, on } = await connect(sandbox);
  const sending: Promise<unknown>[] = [];
  on.command("/visit", async (asked) => {
    const sent = slack.bulk.chat.postMessage({ channel: asked.userId, text: "hello" });
    sending.push(sent.catch((error: unknown) => error));
    await asked.client.users.info({ user }).catch(() => undefined);
    await asked.open(form);
  });
  await slack.start();
  await fault(sandbox, { method: "chat.postMessage", kind: "rate_limited", retryAfter: 5, times: 1 });
  await fault(sandbox, { method: "users.info", kind: "rate_limited", retryAfter: 5, times: 1 });
  const began = Date.now();
  await command(sandbox);
  await expect.poll(async () => (await state(sandbox)).views.length).toBe(1);
  expect(Date.now() - began).toBeLessThan(1500);
  expect(await sending[0]).toMatchObject({ retryAfter: 5 });
});

test("a message whose answer was lost is not sent twice behind the outbox's back", async () => {
  const sandbox = await open();
  const { slack } = await connect(sandbox);
  await fault(sandbox, { method: "chat.postMessage", kind: "cut_after", times: 1 });
  await expect(slack.bulk.chat.postMessage({ channel: user, text: "once" })).rejects.toThrow();
  await sleep(300);
  const messages = (await state(sandbox)).conversations.flatMap((conversation) => conversation.messages);
  expect(messages.filter(({ text }) => text === "once")).toHaveLength(1);
});

test("whatever a listener throws before its ack, the person is answered", async () => {
  const sandbox = await open();
  const { slack, on } = await connect(sandbox);
  slack.app.view("visits.log", async () => {
    throw new Error("a bug, before the ack");
  });
  const view = await openForm(sandbox, on, slack);
  const outcome = await post(sandbox, "submit", { user, view, values: { notes: "long words" } });
  expect(outcome.errors?.["notes"]).toMatch(/Something broke on our side \(ref \w{4}\)/);
  expect((await state(sandbox)).views[0]?.values).toMatchObject({
    notes: { notes: { value: "long words" } },
  });
});

test("a form nobody listens to any more keeps its words", async () => {
  const sandbox = await open();
  const { slack, on } = await connect(sandbox);
  const view = await openForm(sandbox, on, slack);
  const outcome = await post(sandbox, "submit", { user, view, values: { notes: "long words" } });
  expect(outcome).toMatchObject({
    ok: false,
    errors: { notes: expect.stringContaining("no answer to this") },
  });
});

test("a refusal at a button in a modal lies on top of it, and the form below keeps its words", async () => {
  const sandbox = await open();
  const { slack, on } = await connect(sandbox);
  on.press("visits.search", async () => {
    throw new Refusal("Only managers can do this.");
  });
  const search = { type: "button" as const, text: plain("Search"), action_id: "visits.search" };
  const withButton = {
    ...form,
    blocks: [...form.blocks, { type: "actions" as const, block_id: "more", elements: [search] }],
  };
  on.command("/visit", async (asked) => void (await asked.open(withButton)));
  await slack.start();
  await command(sandbox);
  const view = (await state(sandbox)).views[0]?.id ?? "";
  await post(sandbox, "input", { user, view, blockId: "notes", value: "long words" });
  await post(sandbox, "press", { user, in: { view }, actionId: "visits.search" });
  await expect.poll(async () => (await state(sandbox)).views.length).toBe(2);
  const [below, above] = (await state(sandbox)).views;
  expect(JSON.stringify(above?.view)).toContain("Only managers can do this.");
  expect(below?.values).toMatchObject({ notes: { notes: { value: "long words" } } });
});

test("stopping takes no new work, finishes what is in hand and closes within ten seconds", async () => {
  const sandbox = await open();
  const { slack, on } = await connect(sandbox);
  const finished: string[] = [];
  on.command("/visit", async ({ text }) => {
    await sleep(800);
    finished.push(text);
  });
  await slack.start();
  expect(await command(sandbox, "first")).toMatchObject({ ok: true });
  const began = Date.now();
  const stopped = slack.stop();
  await sleep(50);
  expect(await command(sandbox, "second")).toMatchObject({ ok: true });
  const seen = (await state(sandbox)).conversations.flatMap((conversation) => conversation.messages);
  expect(seen.map(({ text }) => text)).toContain("Rapport is restarting. Please try again in a few seconds.");
  await stopped;
  expect(finished).toEqual(["first"]);
  expect(Date.now() - began).toBeLessThan(3000);
  expect(slack.connected()).toBe(false);
});

test("an app stopped while Slack is away stops at once and stays stopped", async () => {
  const sandbox = await open();
  const { slack } = await connect(sandbox);
  await slack.start();
  await fault(sandbox, { kind: "refuse_connections", ms: 1500 });
  await fault(sandbox, { kind: "drop_sockets" });
  await sleep(100);
  const began = Date.now();
  await slack.stop();
  expect(Date.now() - began).toBeLessThan(1000);
  await sleep(1700);
  expect((await state(sandbox)).app.connected).toBe(false);
});

test("even a log at its most talkative holds no word a person typed, and no token", async () => {
  let lines = "";
  const log = createLog("debug", {
    write(line) {
      lines += line;
    },
  });
  const sandbox = await open();
  const { slack, on } = await connect(sandbox, { log });
  on.submit("visits.log", async () => ({ errors: { notes: "No." } }));
  const view = await openForm(sandbox, on, slack);
  await command(sandbox, "met Wang Li");
  await post(sandbox, "submit", { user, view, values: { notes: "met Wang Li" } });
  await fault(sandbox, { method: "apps.connections.open", kind: "http500", times: 1 });
  await fault(sandbox, { kind: "drop_sockets" });
  await expect.poll(() => lines).toContain("can't be opened");
  expect(lines).not.toContain("Wang Li");
  for (const secret of [sandbox.botToken, sandbox.appToken]) expect(lines).not.toContain(secret);
});

test("Bolt is imported by name: its default import type-checks and is no class at run time", async () => {
  const files = await readdir("src", { recursive: true });
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !file.startsWith("sandbox"));
  const texts = await Promise.all(sources.map((file) => readFile(`src/${file}`, "utf8")));
  expect(texts.filter((text) => /import\s+\w+\s*(,[^;]*)?from "@slack\/bolt"/.test(text))).toEqual([]);
  expect(texts.filter((text) => text.includes('from "@slack/bolt"')).length).toBeGreaterThan(0);
});
