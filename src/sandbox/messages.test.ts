import { WebClient } from "@slack/web-api";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Json } from "./control.ts";
import { keepResponseUrls } from "./deliver/response-urls.ts";
import { keepTriggers } from "./deliver/triggers.ts";
import { ana, ben, type Rehearsal, rehearse } from "./rehearsal.ts";

let here: Rehearsal;
beforeAll(async () => {
  here = await rehearse();
});
afterAll(() => here.stop());

const refused = (call: Promise<unknown>) =>
  call.then(
    () => "accepted",
    (error: { data?: { error?: string } }) => error.data?.error,
  );
const dm = async (user = ana) => (await here.client.conversations.open({ users: user })).channel?.id ?? "";

test("a message to a person arrives in the app's conversation with them, which keeps its id", async () => {
  const { channel, ts } = await here.client.chat.postMessage({ channel: ana, text: "Good morning" });
  expect(channel).toBe(await dm());
  expect((await here.said()).at(-1)).toMatchObject({ ts, text: "Good morning", fromApp: true });
  const app = (await here.state()).conversations.find(({ kind }) => kind === "app");
  expect(app?.unread).toBeGreaterThan(0);
  await here.post("read", { user: ana, channel });
  expect((await here.state()).conversations.find(({ kind }) => kind === "app")?.unread).toBe(0);
});

test("what Slack refuses is refused by its own name", async () => {
  const { chat, conversations, users, usergroups } = here.client;
  const stranger = new WebClient("xoxb-unknown", {
    slackApiUrl: here.sandbox.apiUrl,
    retryConfig: { retries: 0 },
  });
  const app = new WebClient(here.sandbox.appToken, { slackApiUrl: here.sandbox.apiUrl });
  expect(await refused(stranger.auth.test())).toBe("invalid_auth");
  expect(await refused(new WebClient(undefined, { slackApiUrl: here.sandbox.apiUrl }).auth.test())).toBe(
    "not_authed",
  );
  expect(await refused(app.chat.postMessage({ channel: ana, text: "Hi" }))).toBe("not_allowed_token_type");
  expect(await refused(here.client.apps.connections.open({}))).toBe("not_allowed_token_type");
  expect(await refused(here.client.apiCall("rockets.launch"))).toBe("unknown_method");
  expect(await refused(usergroups.list())).toBe("missing_scope");
  expect(await refused(conversations.list({ types: "private_channel" }))).toBe("missing_scope");
  expect(await refused(chat.postMessage({ channel: "C0GENERAL", text: "Hi" }))).toBe("not_in_channel");
  expect(await refused(chat.postMessage({ channel: "C0SECRET", text: "Hi" }))).toBe("channel_not_found");
  expect(await refused(chat.postMessage({ channel: ana, text: "" }))).toBe("no_text");
  expect(await refused(chat.postMessage({ channel: ana, text: "x", thread_ts: "1.000000" }))).toBe(
    "thread_not_found",
  );
  expect(await refused(chat.update({ channel: await dm(), ts: "1.000000", text: "x" }))).toBe(
    "message_not_found",
  );
  expect(await refused(conversations.open({ users: "U0NOBODY" }))).toBe("user_not_found");
  expect(await refused(conversations.open({ users: "U0GONE" }))).toBe("user_disabled");
  expect(await refused(users.info({ user: "U0NOBODY" }))).toBe("user_not_found");
  expect(await refused(users.lookupByEmail({ email: "nobody@test.example" }))).toBe("users_not_found");
});

test("a form body and a JSON body say the same", async () => {
  const call = async (body: string, type: string): Promise<Json> => {
    const headers = { "content-type": type, authorization: `Bearer ${here.sandbox.botToken}` };
    const answer = await fetch(`${here.sandbox.apiUrl}users.info`, { method: "POST", headers, body });
    return (await answer.json()) as Json;
  };
  const form = await call(`user=${ben}&include_locale=true`, "application/x-www-form-urlencoded");
  const json = await call(
    JSON.stringify({ user: ben, include_locale: true }),
    "application/json; charset=utf-8",
  );
  expect(form).toMatchObject({
    ok: true,
    user: { id: ben, locale: "zh-CN", profile: { email: "ben@test.example" } },
  });
  expect(json).toEqual(form);
  expect(await call("not json", "application/json")).toMatchObject({ ok: false, error: "invalid_json" });
  const { user } = await here.client.users.info({ user: ben });
  expect(user).not.toHaveProperty("locale");
});

test("metadata survives an update without it, and is read only by who asks for it", async () => {
  const channel = await dm();
  const metadata = { event_type: "sent", event_payload: { id: "7f3a" } };
  const { ts = "" } = await here.client.chat.postMessage({ channel, text: "One", metadata });
  await here.client.chat.update({ channel, ts, text: "Two" });
  const asked = { channel, latest: ts, oldest: ts, inclusive: true };
  const bare = await here.client.conversations.history(asked);
  const whole = await here.client.conversations.history({ ...asked, include_all_metadata: true });
  expect(bare.messages?.[0]).toMatchObject({ text: "Two" });
  expect(bare.messages?.[0]).not.toHaveProperty("metadata");
  expect(whole.messages?.[0]).toMatchObject({ text: "Two", metadata });
});

test("text without blocks takes the blocks away", async () => {
  const channel = await dm();
  const blocks = [{ type: "divider" }];
  const { ts = "" } = await here.client.chat.postMessage({ channel, text: "One", blocks });
  await here.client.chat.update({ channel, ts, text: "Two" });
  expect((await here.said()).at(-1)).toMatchObject({ text: "Two", blocks: [] });
});

test("times rise in a conversation even when the clock is set back", async () => {
  const times: string[] = [];
  const post = async () => {
    const { ts = "" } = await here.client.chat.postMessage({ channel: ben, text: "tick" });
    times.push(ts);
  };
  here.clock.set(Temporal.Instant.from("2026-03-09T08:59:00Z"));
  await post();
  await here.post("clock", { set: "2026-03-02T08:59:00Z" });
  await post();
  await post();
  expect(await here.post("clock", { advance: "P14D" })).toMatchObject({
    now: expect.stringMatching(/^2026-03-16T/),
  });
  await post();
  await here.post("clock", { live: true });
  expect(times).toEqual([...times].sort());
  expect(new Set(times).size).toBe(4);
  expect(Number(times[0])).toBeCloseTo(Date.parse("2026-03-09T08:59:00Z") / 1000, -1);
  expect(Number(times[3])).toBeCloseTo(Date.parse("2026-03-16T08:59:00Z") / 1000, -1);
});

test("history is read page by page, newest first; a thread oldest first", async () => {
  const channel = "C0TEAM";
  const own = here.sandbox;
  const { ts: thread_ts = "" } = await here.client.chat.postMessage({ channel, text: "root" });
  for (const text of ["a", "b", "c"]) await here.client.chat.postMessage({ channel, text, thread_ts });
  const first = await here.client.conversations
    .replies({ channel, ts: thread_ts, limit: 3 })
    .catch((e) => e.data);
  expect(first).toMatchObject({ error: "missing_scope", needed: "channels:history" });
  const mine = await dm();
  for (const text of ["1", "2", "3"]) await here.client.chat.postMessage({ channel: mine, text });
  const page = await here.client.conversations.history({ channel: mine, limit: 2 });
  const cursor = page.response_metadata?.next_cursor ?? "";
  const next = await here.client.conversations.history({ channel: mine, limit: 2, cursor });
  expect([...(page.messages ?? []), ...(next.messages ?? [])].map(({ text }) => text).slice(0, 3)).toEqual([
    "3",
    "2",
    "1",
  ]);
  expect(own.team.id).toBe("T0TEST");
});

test("an ephemeral message is for its reader alone, and in nobody's history", async () => {
  const user = ana;
  await here.client.chat.postEphemeral({ channel: "C0TEAM", user, text: "Psst" });
  const seen = async (by: string) =>
    (await here.state(by)).conversations.find(({ id }) => id === "C0TEAM")?.messages.map(({ text }) => text);
  expect(await seen(ana)).toContain("Psst");
  expect(await seen(ben)).not.toContain("Psst");
  expect(
    await refused(here.client.chat.postEphemeral({ channel: "C0TEAM", user: "U0GONE", text: "Psst" })),
  ).toBe("user_not_in_channel");
});

test("an answer at a response URL needs no membership, counts to five, and may be seen by all", async () => {
  const asked: string[] = [];
  here.app.command("/log", async ({ ack, command }) => {
    asked.push(command.response_url, command.text);
    await ack("Only you see this");
  });
  await here.command("/log with @ben in #team <now>");
  const [url = "", text] = asked;
  expect(text).toBe("with <@U0BEN|ben> in <#C0TEAM|team> &lt;now&gt;");
  const answer = (body: Json) => fetch(url, { method: "POST", body: JSON.stringify(body) });
  expect((await answer({ text: "All see this", response_type: "in_channel" })).status).toBe(200);
  expect((await answer({ blocks: [{ type: "nonsense" }] })).status).toBe(400);
  for (const text of ["3", "4", "5"]) expect((await answer({ text })).status).toBe(200);
  expect(await (await answer({ text: "6" })).json()).toEqual({ ok: false, error: "used_url" });
  const general = (await here.state(ben)).conversations.find(({ id }) => id === "C0GENERAL");
  expect(general?.messages.map((message) => message.text)).toEqual(["All see this"]);
});

test("a trigger dies after three seconds, a response URL after half an hour", () => {
  let now = 0;
  const triggers = keepTriggers(() => now);
  const urls = keepResponseUrls(
    () => "",
    () => now,
  );
  const trigger = triggers.issue(ana);
  const secret = urls.issue({ user: ana, channel: "C0TEAM", original: null }).replace("/response/", "");
  now = 3_001;
  expect(triggers.exchange(trigger)).toEqual({ error: "expired_trigger_id" });
  expect(urls.use(secret)).toMatchObject({ user: ana });
  now = 30 * 60_000 + 1;
  expect(urls.use(secret)).toEqual({ error: "expired_url" });
});
