import { afterEach, expect, test } from "vitest";
import { troubleConnecting } from "./acts/act.ts";
import type { Json } from "./control.ts";
import { ana, ben, type Rehearsal, rehearse } from "./rehearsal.ts";

let here: Rehearsal;
afterEach(() => here.stop());

const post = (text: string) => here.client.chat.postMessage({ channel: ana, text });
const texts = async () => (await here.said()).map(({ text }) => text);

/** Resolves with what the listener hands over. */
function heard<T>(listen: (hear: (value: T) => void) => void): Promise<T> {
  return new Promise((resolve) => listen(resolve));
}

test("a plain direct message reaches the app, and so does a change of somebody's facts", async () => {
  here = await rehearse();
  const { app } = here;
  const message = heard<Json>((hear) => app.message(/lunch/, async ({ event }) => hear({ ...event })));
  const channel = (await here.client.conversations.open({ users: ana })).channel?.id;
  await here.post("message", { user: ana, channel, text: "lunch with Li & co" });
  expect(await message).toMatchObject({ user: ana, channel_type: "im", text: "lunch with Li &amp; co" });
  const change = heard<Json>((hear) =>
    app.event("user_change", async ({ event }) => hear({ ...event.user })),
  );
  await here.post("person", { user: ana, change: { timeZone: "Asia/Shanghai" } });
  expect(await change).toMatchObject({ id: ana, tz: "Asia/Shanghai", tz_offset: 28_800 });
});

test("opening Home tells the app, which fills it", async () => {
  here = await rehearse();
  const { app } = here;
  const published = heard<void>((hear) =>
    app.event("app_home_opened", async ({ event, client }) => {
      const blocks = [{ type: "header" as const, text: { type: "plain_text" as const, text: event.tab } }];
      await client.views.publish({ user_id: event.user, view: { type: "home", blocks } });
      hear();
    }),
  );
  await here.post("home", { user: ana });
  await published;
  expect((await here.state()).home).toMatchObject({ type: "home", blocks: [{ text: { text: "home" } }] });
});

test("a message shortcut brings the message along", async () => {
  here = await rehearse();
  let body: Json = {};
  here.app.shortcut("log.this", async ({ ack, shortcut }) => {
    body = { ...shortcut };
    await ack();
  });
  await here.post("message", { user: ana, channel: "C0GENERAL", text: "They praised us" });
  const at = (await here.state()).conversations.find(({ id }) => id === "C0GENERAL")?.messages[0];
  const message = { channel: "C0GENERAL", ts: at?.ts };
  expect(await here.post("shortcut", { user: ana, callbackId: "log.this", message })).toMatchObject({
    ok: true,
  });
  expect(body).toMatchObject({ type: "message_action", message: { text: "They praised us", user: ana } });
});

test("nobody acks: the person sees what Slack shows", async () => {
  here = await rehearse({ ackWithin: 50 });
  here.app.command("/log", async () => {});
  expect(await here.command("/log")).toMatchObject({
    ok: false,
    error: "/log failed with the error dispatch_failed",
  });
  expect(await here.command("/nothing")).toMatchObject({
    ok: false,
    error: "/nothing is not a valid command.",
  });
});

test("a form that nobody acks stays open with its words; a search that nobody answers says so", async () => {
  here = await rehearse({ ackWithin: 50 });
  here.app.command("/log", async ({ ack, client, body }) => {
    const what = { type: "plain_text_input" as const, action_id: "what" };
    const who = { type: "external_select" as const, action_id: "who", min_query_length: 0 };
    const plain = (text: string) => ({ type: "plain_text" as const, text });
    const blocks = [
      { type: "input" as const, block_id: "what", label: plain("What"), element: what },
      { type: "input" as const, block_id: "who", label: plain("Who"), element: who, optional: true },
    ];
    const view = {
      type: "modal" as const,
      callback_id: "log",
      title: plain("Log"),
      submit: plain("Save"),
      blocks,
    };
    await client.views.open({ trigger_id: body.trigger_id, view });
    await ack();
  });
  here.app.view("log", async () => {});
  here.app.options("who", async () => {});
  await here.command("/log");
  const view = (await here.state()).views[0]?.id ?? "";
  const search = { user: ana, in: { view }, blockId: "who", actionId: "who", query: "" };
  expect(await here.post("suggest", search)).toMatchObject({ ok: false, options: [] });
  expect(await here.submit({ view, values: { what: "lunch" } })).toMatchObject({
    ok: false,
    error: troubleConnecting,
  });
  expect((await here.state()).views).toMatchObject([
    { trouble: troubleConnecting, busy: false, values: { what: { what: { value: "lunch" } } } },
  ]);
});

test("an onlooker is told of what changes for them, and of nothing else", async () => {
  here = await rehearse();
  const { body } = await fetch(`${here.sandbox.url}/sandbox/changes?user=${ben}`);
  const told = body?.pipeThrough(new TextDecoderStream()).getReader();
  const seq = async () => Number(/"seq":(\d+)/.exec((await told?.read())?.value ?? "")?.[1]);
  const first = await seq();
  await post("for Ana alone");
  const { seq: now } = await here.state();
  await here.client.chat.postMessage({ channel: ben, text: "for Ben" });
  expect(await seq()).toBeGreaterThan(Math.max(first, now));
  await told?.cancel();
});

test("a send that is cut before or after acting is uncertain both ways", async () => {
  here = await rehearse();
  await here.fault({ method: "chat.postMessage", kind: "cut_before", times: 1 });
  await expect(post("lost")).rejects.toThrow();
  await here.fault({ method: "chat.postMessage", kind: "cut_after", times: 1 });
  await expect(post("sent all the same")).rejects.toThrow();
  expect(await texts()).toEqual(["sent all the same"]);
});

test("the faults asked for strike as often as asked, and then no more", async () => {
  here = await rehearse();
  const method = "chat.postMessage";
  await here.fault({ method, kind: "rate_limited", retryAfter: 7, times: 1 });
  await expect(post("1")).rejects.toMatchObject({ retryAfter: 7 });
  await here.fault({ method, kind: "error", error: "fatal_error", times: 1 });
  await expect(post("2")).rejects.toThrow("fatal_error");
  await here.fault({ method, kind: "http500", times: 1 });
  await expect(post("3")).rejects.toThrow();
  await here.fault({ method, kind: "hang", ms: 20, times: 1 });
  await post("4");
  await post("5");
  expect(await texts()).toEqual(["4", "5"]);
});

test("every exchange is in the log, without a token", async () => {
  here = await rehearse();
  here.app.command("/log", ({ ack }) => ack());
  await here.command("/log");
  await post("Hello");
  const calls = await here.calls();
  const kinds = calls.map(({ direction, what, status }) => `${direction} ${what} ${status}`);
  expect(kinds).toContain("api apps.connections.open 200");
  expect(kinds).toContain("deliver slash_commands 200");
  expect(kinds).toContain("api chat.postMessage 200");
  expect(JSON.stringify(calls)).not.toMatch(/xoxb|xapp/);
});
