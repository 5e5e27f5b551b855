import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import { option } from "./blocks.ts";
import {
  command,
  desk,
  direct,
  event,
  modal,
  pressInMessage,
  pressInView,
  submission,
  suggestion,
} from "./desk.fixture.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const view = { type: "modal" as const, title: { type: "plain_text" as const, text: "A form" }, blocks: [] };

test("a command is acked before its handler works, and reads its text as the person saw it", async () => {
  const { on, send, calls } = desk();
  const order: unknown[] = [];
  on.command("/visit", async (asked) => {
    order.push(asked.text, asked.raw, asked.userId, asked.teamId, asked.enterpriseId, asked.channelId);
    await asked.open(view);
  });
  const { acks } = await send(command(" R&amp;D with <@U2|ben> "));
  expect(acks).toEqual([undefined]);
  expect(order).toEqual(["R&D with @ben", " R&amp;D with <@U2|ben> ", "U1", "T1", null, "C1"]);
  expect(calls).toMatchObject([{ method: "views.open", args: { trigger_id: "1.2.3" } }]);
});

test("a form is acked with what became of it, and only after it was saved", async () => {
  const { on, send } = desk();
  const order: string[] = [];
  on.submit("visits.log", async () => {
    await sleep(20);
    order.push("saved");
    return { after: async () => void order.push("talked") };
  });
  const sent = send(submission());
  await sleep(5);
  expect(order).toEqual([]);
  expect((await sent).acks).toEqual([undefined]);
  expect(order).toEqual(["saved", "talked"]);
});

test("a form can show errors, change, push another or close them all", async () => {
  const answers = [
    [
      { errors: { metOn: "Not in the future." } },
      { response_action: "errors", errors: { metOn: "Not in the future." } },
    ],
    [{ update: view }, { response_action: "update", view }],
    [{ push: view }, { response_action: "push", view }],
    [{ clear: true as const }, { response_action: "clear" }],
    [undefined, undefined],
  ] as const;
  for (const [answer, acked] of answers) {
    const { on, send } = desk();
    on.submit("visits.log", async () => answer);
    expect((await send(submission())).acks).toEqual([acked]);
  }
});

test("a save slower than Slack's patience keeps the words and asks for another press", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { on, send, calls, later } = desk({ locale: "zh" });
  on.submit("visits.log", async () => {
    await new Promise((resolve) => setTimeout(resolve, 4000));
    throw new Error("and then it failed");
  });
  const sent = send(submission());
  await vi.advanceTimersByTimeAsync(5000);
  expect((await sent).acks).toEqual([
    { response_action: "errors", errors: { account: "这次比平时慢，请再按一次“Save”。" } },
  ]);
  expect([...calls, ...later]).toEqual([]);
});

test("a choice is remembered before the press is acked, so that the next suggestion knows it", async () => {
  const { on, send } = desk();
  const order: string[] = [];
  on.press(
    "visits.done",
    async ({ value, actionId, message }) => void order.push(`${actionId} ${value} ${message?.channelId}`),
    () => void order.push("remembered"),
  );
  await send(pressInMessage());
  expect(order).toEqual(["remembered", "visits.done:4 v4 D1"]);
});

test("a press belongs to its own handler, not to one whose name it begins with", async () => {
  const { on, send } = desk();
  const heard: string[] = [];
  for (const id of ["visits.done", "visits.do", "visitsxdone"]) on.press(id, async () => void heard.push(id));
  await send(pressInMessage());
  expect(heard).toEqual(["visits.done"]);
});

test("a search answers within Slack's patience, with what it has", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { on, send } = desk();
  let stopped = false;
  on.suggest("accounts.search", async ({ query, signal, offer }) => {
    offer([option(query, "a1")]);
    await new Promise((resolve) => setTimeout(resolve, 4000));
    stopped = signal.aborted;
    return [];
  });
  const sent = send(suggestion(" Acme "));
  await vi.advanceTimersByTimeAsync(2600);
  expect((await sent).acks).toMatchObject([{ options: [{ value: "a1", text: { text: "Acme" } }] }]);
  await vi.advanceTimersByTimeAsync(2000);
  expect(stopped).toBe(true);
});

test("a person who sees nothing for 2.5 s hears that it is slow; one who saw the form hears nothing", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  for (const shows of [false, true]) {
    const { on, send, calls } = desk();
    on.command("/visit", async (asked) => {
      if (shows) await asked.open(view);
      await new Promise((resolve) => setTimeout(resolve, 4000));
    });
    const sent = send(command());
    await vi.advanceTimersByTimeAsync(5000);
    await sent;
    expect(calls.map(({ method }) => method)).toEqual([shows ? "views.open" : "response"]);
  }
});

test("a person told that it is slow is not told again that Slack gave up waiting", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { on, send, calls, refuse } = desk();
  on.command("/visit", async (asked) => {
    await new Promise((resolve) => setTimeout(resolve, 4000));
    await asked.open(view);
  });
  refuse.set("views.open", "expired_trigger_id");
  const sent = send(command());
  await vi.advanceTimersByTimeAsync(5000);
  await sent;
  expect(calls.map(({ method }) => method)).toEqual(["response", "views.open"]);
});

test("a direct message is handled once, however often Slack sends it", async () => {
  const { on, send } = desk();
  const heard: string[] = [];
  on.message(async ({ text, channelId }) => void heard.push(`${text} in ${channelId}`));
  await send(direct());
  await send(direct());
  await send({ ...direct(), event_id: "Ev2" });
  expect(heard).toEqual(["met <Li> in D1", "met <Li> in D1"]);
});

test("bots, Slackbot, edits, broadcasts, channels and our own words are not messages to us", async () => {
  const { on, send } = desk();
  const heard: string[] = [];
  on.message(async ({ files }) => void heard.push(files[0]?.name ?? "words"));
  const others = [
    { bot_id: "B2" },
    { user: "USLACKBOT" },
    { user: "UBOT" },
    { subtype: "message_changed", message: {}, user: undefined },
    { subtype: "message_deleted" },
    { subtype: "thread_broadcast" },
    { subtype: "bot_message", bot_id: "B1" },
    { channel_type: "channel" },
    { channel_type: "mpim" },
    { hidden: true },
  ];
  let id = 0;
  for (const more of others) await send({ ...direct(more), event_id: `Ev${id++}` });
  expect(heard).toEqual([]);
  await send({
    ...direct({ subtype: "file_share", files: [{ id: "F1", name: "team.csv" }] }),
    event_id: "Ev-file",
  });
  expect(heard).toEqual(["team.csv"]);
});

test("Home is published when it is opened, and says what is wrong rather than spin", async () => {
  const { on, send, calls } = desk();
  let away = false;
  on.home(async () => {
    if (away) throw Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    return { type: "home", blocks: [] };
  });
  await send(event({ type: "app_home_opened", user: "U1", tab: "messages", channel: "D1" }));
  expect(calls).toEqual([]);
  await send(event({ type: "app_home_opened", user: "U1", tab: "home", channel: "D1" }));
  away = true;
  await send(event({ type: "app_home_opened", user: "U1", tab: "home", channel: "D1" }));
  expect(calls.map(({ method }) => method)).toEqual(["views.publish", "views.publish"]);
  expect(calls[1]?.args["view"]).toContain("can't reach its database");
});

test("events that name no user are handled, and their errors bother nobody", async () => {
  const { on, send, calls, later, log } = desk();
  on.event("app_uninstalled", async ({ teamId, userId }) => {
    throw new Error(`uninstalled ${teamId} ${userId}`);
  });
  await send(event({ type: "app_uninstalled" }));
  expect([...calls, ...later]).toEqual([]);
  expect(log()).toContain("uninstalled T1 undefined");
});

test("a form closed by its person and a shortcut are acked and handled", async () => {
  const { on, send } = desk();
  const heard: string[] = [];
  on.closed("visits.log", async ({ view: closed }) => void heard.push(closed.id));
  on.shortcut("visits.log", async ({ message }) => void heard.push(message?.text ?? "global"));
  await send({ ...submission(), type: "view_closed", is_cleared: false });
  const from = { team: { id: "T1" }, user: { id: "U1" }, callback_id: "visits.log", trigger_id: "1" };
  await send({ ...from, type: "shortcut" });
  await send({
    ...from,
    type: "message_action",
    channel: { id: "C1" },
    message: { ts: "1.1", text: "R&amp;D" },
  });
  expect(heard).toEqual(["V1", "global", "R&D"]);
});

test("a press in a view carries the view and its values", async () => {
  const { on, send } = desk();
  const heard: unknown[] = [];
  on.press("visits.done", async ({ view: shown, message }) => void heard.push(shown?.id, message));
  await send(pressInView());
  expect(heard).toEqual([modal().id, undefined]);
});
