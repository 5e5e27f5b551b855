import { DrizzleQueryError } from "drizzle-orm/errors";
import { afterEach, expect, test, vi } from "vitest";
import { Refusal, StaleForm } from "./boundary.ts";
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

afterEach(() => vi.unstubAllGlobals());

const BROKE = /^Something broke on our side \(ref [0-9a-f]{4}\)\. Nothing you typed is lost\.$/;
const AWAY = "Rapport can't reach its database right now. Please try again in a minute.";

function fails(error: unknown, options: Parameters<typeof desk>[0] = {}) {
  const here = desk(options);
  const does = async (): Promise<never> => {
    throw error;
  };
  here.on.command("/visit", does);
  here.on.submit("visits.log", does);
  here.on.press("visits.done", does);
  here.on.suggest("accounts.search", does);
  here.on.message(does);
  here.on.event("user_change", does);
  return here;
}

test("what is known is told in its own sentence, and leaves no line in the log", async () => {
  const { send, calls, log } = fails(new Refusal("Only managers can do this."));
  await send(command());
  expect(calls).toMatchObject([
    { method: "response", args: { response_type: "ephemeral", text: "Only managers can do this." } },
  ]);
  expect(log()).toBe("");
});

test("what is unknown is told with a ref, and the log holds the same ref and the error", async () => {
  const { send, calls, log } = fails(new Error("a bug"));
  await send(command("met Wang Li"));
  const said = String(calls[0]?.args["text"]);
  expect(said).toMatch(BROKE);
  expect(log()).toContain(`"ref":"${said.match(/ref (\w+)/)?.[1]}"`);
  expect(log()).toContain("a bug");
  expect(log()).not.toContain("Wang Li");
});

test("a form keeps its words: the sentence stands beside its first input", async () => {
  const { acks } = await fails(new Error("a bug")).send(submission());
  expect(acks).toEqual([{ response_action: "errors", errors: { account: expect.stringMatching(BROKE) } }]);
});

test("a refusal about one field stands beside that field, under its number", async () => {
  const { acks } = await fails(new Refusal("Not in the future.", { field: "metOn" })).send(submission());
  expect(acks).toEqual([{ response_action: "errors", errors: { "metOn:2": "Not in the future." } }]);
});

test("a form without inputs stays, with the sentence on top, once", async () => {
  const { send } = fails(new StaleForm("old"));
  const bare = {
    ...modal(),
    blocks: [
      { type: "section", block_id: "trouble" },
      { type: "divider", block_id: "d" },
    ],
  };
  const { acks } = await send(submission(bare));
  expect(acks).toMatchObject([
    {
      response_action: "update",
      view: {
        type: "modal",
        callback_id: "visits.log",
        blocks: [{ block_id: "trouble", text: { type: "plain_text" } }, { type: "divider" }],
      },
    },
  ]);
  expect((acks[0] as { view: object }).view).not.toHaveProperty("close");
});

test("a button in a message is answered where it stands, and the message stays", async () => {
  const { send, calls } = fails(new Error("a bug"));
  const { acks } = await send(pressInMessage());
  expect(acks).toEqual([undefined]);
  expect(calls).toMatchObject([
    { method: "response", args: { replace_original: false, text: expect.stringMatching(BROKE) } },
  ]);
});

test("a button in a modal is answered on top of it, on Home by a small modal, else through the outbox", async () => {
  const { send, calls, later, refuse } = fails(new Error("a bug"));
  await send(pressInView("modal"));
  await send(pressInView("home"));
  expect(calls.map(({ method }) => method)).toEqual(["views.push", "views.open"]);
  refuse.set("views.push", "push_limit_reached");
  await send(pressInView("modal"));
  expect(later).toEqual([expect.stringMatching(BROKE)]);
});

test("a command whose response_url is used up is answered by a modal", async () => {
  const { send, calls, refuse } = fails(new Error("a bug"));
  refuse.set("response", "404");
  await send(command());
  expect(calls.map(({ method }) => method)).toEqual(["response", "views.open"]);
});

test("a search that breaks answers no options, and the log says why", async () => {
  const { send, log, calls } = fails(new Error("a bug"));
  expect((await send(suggestion())).acks).toEqual([{ options: [] }]);
  expect(calls).toEqual([]);
  expect(log()).toContain("a bug");
});

test("a direct message that breaks is answered through the outbox", async () => {
  const { send, later } = fails(new Error("a bug"));
  await send(direct());
  expect(later).toEqual([expect.stringMatching(BROKE)]);
});

test("with the database away the outbox is too: a direct message is answered by a line only its writer sees", async () => {
  const { send, later, calls } = fails(Object.assign(new Error("no"), { code: "CONNECT_TIMEOUT" }));
  await send(direct());
  expect(later).toEqual([]);
  expect(calls).toMatchObject([
    { method: "chat.postEphemeral", args: { channel: "D1", user: "U1", text: AWAY } },
  ]);
});

test("someone whose profile changed is not told of our error", async () => {
  const { send, later, calls, log } = fails(new Error("a bug"));
  await send(event({ type: "user_change", user: { id: "U1" } }));
  expect([...later, ...calls]).toEqual([]);
  expect(log()).toContain("a bug");
});

test("a database that is away is said to be away, however the error is wrapped", async () => {
  const codes = [
    "ECONNREFUSED",
    "CONNECT_TIMEOUT",
    "CONNECTION_CLOSED",
    "CONNECTION_ENDED",
    "57P01",
    "57P03",
    "53300",
    "08006",
  ];
  for (const code of codes) {
    const wrapped = new DrizzleQueryError("select 1", [], Object.assign(new Error("away"), { code }));
    const { acks } = await fails(wrapped).send(submission());
    expect(acks).toEqual([{ response_action: "errors", errors: { account: AWAY } }]);
  }
});

test("a refused web address is not taken for the database", async () => {
  const refused = Object.assign(new Error("no"), { code: "ECONNREFUSED" });
  const { acks } = await fails(new TypeError("fetch failed", { cause: refused })).send(submission());
  expect(acks).toEqual([{ response_action: "errors", errors: { account: expect.stringMatching(BROKE) } }]);
});

test("Slack's own troubles are told as such", async () => {
  const { on, send, refuse, calls } = desk();
  on.command(
    "/visit",
    async ({ open }) =>
      void (await open({ type: "modal", title: { type: "plain_text", text: "x" }, blocks: [] })),
  );
  refuse.set("views.open", "expired_trigger_id");
  await send(command());
  refuse.set("views.open", "404");
  await send(command());
  const said = calls.filter(({ method }) => method === "response").map(({ args }) => args["text"]);
  expect(said).toEqual([
    "That took too long, and Slack gave up waiting. Please try again.",
    "Rapport can't reach Slack right now. Please try again in a minute.",
  ]);
});

test("people read Chinese when they read Chinese", async () => {
  const { acks } = await fails(Object.assign(new Error("no"), { code: "57P03" }), { locale: "zh" }).send(
    submission(),
  );
  expect(acks).toEqual([
    { response_action: "errors", errors: { account: "Rapport 暂时连不上数据库，请一分钟后再试。" } },
  ]);
});

test("a listener registered past `handle` is inside the boundary too", async () => {
  const { app, send, calls } = desk();
  app.command("/visit", async ({ ack }) => {
    await ack();
    throw new Refusal("Not today.");
  });
  await send(command());
  expect(calls).toMatchObject([{ method: "response", args: { text: "Not today." } }]);
});
