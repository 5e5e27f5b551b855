import type { View } from "@slack/types";
import { afterAll, beforeAll, expect, test } from "vitest";
import { troubleConnecting } from "./acts/act.ts";
import type { Json, Message, Suggestions } from "./control.ts";
import { ana, ben, type Rehearsal, rehearse } from "./rehearsal.ts";

let here: Rehearsal;
beforeAll(async () => {
  here = await rehearse();
  here.app.command("/log", async ({ ack, client, body }) => {
    await client.views.open({ trigger_id: body.trigger_id, view: form(body.text) });
    await ack();
  });
  here.app.shortcut("log.new", async ({ ack, body }) => {
    trigger = body.trigger_id;
    await ack();
  });
});
afterAll(() => here.stop());

const plain = (text: string) => ({ type: "plain_text" as const, text });
const question = (id: string, element: Json, more: Json = {}) => ({
  type: "input",
  block_id: id,
  label: plain(id),
  element: { action_id: id, ...element },
  ...more,
});
const modal = (callbackId: string, ...blocks: Json[]) =>
  ({
    type: "modal",
    callback_id: callbackId,
    title: plain("Log"),
    submit: plain("Save"),
    blocks,
  }) as unknown as View;
const form = (preset: string) =>
  modal("log", question("what", { type: "plain_text_input", initial_value: preset, min_length: 3 }));
const option = (value: string) => ({ text: plain(value.toUpperCase()), value });

/** A global shortcut is a trigger and nothing else. */
let trigger = "";
async function newTrigger(user = ana): Promise<string> {
  await here.post("shortcut", { user, callbackId: "log.new" });
  return trigger;
}

async function opened(view: View, user = ana): Promise<string> {
  const { view: shown } = await here.client.views.open({ trigger_id: await newTrigger(user), view });
  return shown?.id ?? "";
}

test("a field's error comes back beside it, and the form closes when all is well", async () => {
  here.app.view("log", async ({ ack, view, client, body }) => {
    const what = view.state.values["what"]?.["what"]?.value ?? "";
    if (what === "lunch") return ack({ response_action: "errors", errors: { what: "With whom?" } });
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text: `Saved ${what}` });
  });
  expect(await here.command("/log lunch")).toMatchObject({ ok: true });
  const [shown] = (await here.state()).views;
  const view = shown?.id ?? "";
  expect(await here.submit({ view })).toMatchObject({ ok: false, errors: { what: "With whom?" } });
  expect((await here.state()).views[0]?.errors).toEqual({ what: "With whom?" });
  expect(await here.submit({ view, values: { what: "lunch with Li" } })).toMatchObject({ ok: true });
  expect((await here.state()).views).toEqual([]);
});

test("what was preset is submitted untouched; what is required, too short or too long is held back", async () => {
  const heard: Json[] = [];
  here.app.view("presets", async ({ ack, view }) => {
    heard.push(view.state.values);
    await ack();
  });
  const view = await opened(
    modal(
      "presets",
      question("when", { type: "datepicker", initial_date: "2026-03-09" }),
      question("type", {
        type: "static_select",
        options: [option("visit")],
        initial_option: option("visit"),
      }),
      question("who", { type: "multi_users_select" }, { optional: true }),
      question("what", { type: "plain_text_input", min_length: 3, max_length: 5 }),
    ),
  );
  const required = "Please complete this required field.";
  expect(await here.submit({ view })).toMatchObject({ ok: false, errors: { what: required } });
  expect(await here.submit({ view, values: { what: "ab" } })).toMatchObject({ ok: false });
  expect(await here.submit({ view, values: { what: "abcdef" } })).toMatchObject({ ok: false });
  expect(heard).toEqual([]);
  expect(await here.submit({ view, values: { what: "abc" } })).toMatchObject({ ok: true });
  expect(heard).toMatchObject([
    {
      when: { when: { type: "datepicker", selected_date: "2026-03-09" } },
      type: { type: { type: "static_select", selected_option: { value: "visit" } } },
      who: { who: { type: "multi_users_select", selected_users: [] } },
      what: { what: { type: "plain_text_input", value: "abc" } },
    },
  ]);
});

test("suggestions come by the letters typed, and carry the form without what was just picked", async () => {
  const seen: Json[] = [];
  here.app.options("customer", async ({ ack, options }) => {
    seen.push({ query: options.value, values: Object(options.view).state.values });
    await ack({
      options: options.value === "bad" ? [{ text: plain("x".repeat(76)), value: "x" }] : [option("acme")],
    });
  });
  const select = { type: "external_select", min_query_length: 2 };
  const view = await opened(
    modal("searching", question("customer", select), question("note", { type: "plain_text_input" })),
  );
  await here.input({ view, blockId: "note", value: "typed" });
  const ask = (query: string) =>
    here.post<Suggestions>("suggest", {
      user: ana,
      in: { view },
      blockId: "customer",
      actionId: "customer",
      query,
    });
  expect(await ask("a")).toMatchObject({ ok: true, options: [] });
  expect(await ask("ac")).toMatchObject({ ok: true, options: [{ value: "acme" }] });
  expect(await ask("bad")).toMatchObject({ ok: false, options: [] });
  expect(seen).toEqual([
    { query: "ac", values: {} },
    { query: "bad", values: {} },
  ]);
});

test("a dispatching input tells the app everything that stands in the form", async () => {
  const heard: Json[] = [];
  here.app.action("customer", async ({ ack, body }) => {
    heard.push(Object(body).view.state.values);
    await ack();
  });
  const select = { type: "static_select", options: [option("acme"), option("zenit")] };
  const view = await opened(
    modal(
      "dispatching",
      question("customer", select, { dispatch_action: true }),
      question("note", { type: "plain_text_input" }),
    ),
  );
  await here.input({ view, blockId: "note", value: "typed" });
  expect(await here.input({ view, blockId: "customer", value: "zenit" })).toMatchObject({ ok: true });
  expect(heard).toMatchObject([
    { customer: { customer: { selected_option: { value: "zenit" } } }, note: { note: { value: "typed" } } },
  ]);
});

test("an update keeps what was typed while both ids stay, and presets only what has a new one", async () => {
  const before = modal("kept", question("note", { type: "plain_text_input", initial_value: "first" }));
  const view_id = await opened(before);
  await here.input({ view: view_id, blockId: "note", value: "typed" });
  const again = question("note", { type: "plain_text_input", initial_value: "second" });
  const fresh = question("note:2", { type: "plain_text_input", initial_value: "third", action_id: "note" });
  await here.client.views.update({ view_id, view: modal("kept", again, fresh) });
  expect((await here.state()).views.at(-1)?.values).toMatchObject({
    note: { note: { value: "typed" } },
    "note:2": { note: { value: "third" } },
  });
});

test("three views lie on one another and no fourth; each comes back intact", async () => {
  const first = await opened(modal("stack", question("note", { type: "plain_text_input" })));
  await here.input({ view: first, blockId: "note", value: "kept" });
  const push = async () => {
    const trigger_id = await newTrigger();
    return here.client.views.push({ trigger_id, view: form("child") });
  };
  const { view: second } = await push();
  expect(second).toMatchObject({ previous_view_id: first, root_view_id: first });
  await push();
  await expect(push()).rejects.toThrow("push_limit_reached");
  await here.post("close", { user: ana, view: (await here.state()).views.at(-1)?.id });
  await here.post("close", { user: ana, view: second?.id });
  expect((await here.state()).views).toMatchObject([
    { id: first, values: { note: { note: { value: "kept" } } } },
  ]);
});

test("an ack may update the form, push another, or clear them all", async () => {
  here.app.view("asking", ({ ack }) => ack({ response_action: "update", view: modal("pushing", divider) }));
  here.app.view("pushing", ({ ack }) => ack({ response_action: "push", view: modal("clearing", divider) }));
  here.app.view("clearing", ({ ack }) => ack({ response_action: "clear" }));
  const divider = { type: "divider" };
  const view = await opened(modal("asking", divider));
  await here.submit({ view });
  expect((await here.state()).views).toMatchObject([{ id: view, view: { callback_id: "pushing" } }]);
  await here.submit({ view });
  const views = (await here.state()).views;
  expect(views).toMatchObject([{ id: view }, { view: { callback_id: "clearing" } }]);
  await here.submit({ view: views[1]?.id ?? "" });
  expect((await here.state()).views).toEqual([]);
});

test("an ack that names no input leaves the form open, in trouble", async () => {
  here.app.view("astray", ({ ack }) => ack({ response_action: "errors", errors: { nowhere: "?" } }));
  const view = await opened(
    modal("astray", question("note", { type: "plain_text_input", initial_value: "kept" })),
  );
  expect(await here.submit({ view })).toMatchObject({ ok: false });
  expect((await here.state()).views).toMatchObject([
    { trouble: troubleConnecting, values: { note: { note: { value: "kept" } } } },
  ]);
});

test("a form belongs to the one who opened it", async () => {
  const view = await opened(form("mine"));
  expect((await here.state(ben)).views).toEqual([]);
  expect(await here.submit({ view, user: ben })).toMatchObject({ ok: false });
});

test("the same submission sent three times at once reaches the app three times and closes one form", async () => {
  let heard = 0;
  here.app.view("repeated", async ({ ack }) => {
    heard += 1;
    await ack();
  });
  const view = await opened(modal("repeated", { type: "divider" }));
  expect(await here.submit({ view, times: 3 })).toMatchObject({ ok: true });
  expect(heard).toBe(3);
});

test("closing tells the app when the view asks for it", async () => {
  const closed: string[] = [];
  here.app.view({ callback_id: "left", type: "view_closed" }, async ({ ack, body }) => {
    closed.push(body.view.id);
    await ack();
  });
  const view = await opened({ ...modal("left", { type: "divider" }), notify_on_close: true } as View);
  await here.post("close", { user: ana, view });
  expect(closed).toEqual([view]);
});

test("a trigger opens one view, once, and a hash that has moved on changes nothing", async () => {
  const trigger_id = await newTrigger();
  const { view } = await here.client.views.open({ trigger_id, view: form("one") });
  await expect(here.client.views.open({ trigger_id, view: form("two") })).rejects.toThrow(
    "exchanged_trigger_id",
  );
  await expect(here.client.views.open({ trigger_id: "1.2.3", view: form("") })).rejects.toThrow(
    "invalid_trigger_id",
  );
  const at = { view_id: view?.id ?? "", hash: view?.hash ?? "" };
  await here.client.views.update({ ...at, view: form("three") });
  await expect(here.client.views.update({ ...at, view: form("four") })).rejects.toThrow("hash_conflict");
  await expect(here.client.views.update({ view_id: "V0", view: form("five") })).rejects.toThrow("not_found");
});

test("a button on a message answers there, and a select keeps each reader's own choice", async () => {
  const pressed: Json[] = [];
  here.app.action("done", async ({ ack, body, respond }) => {
    pressed.push(Object(body).state.values);
    await respond({ text: "Done", replace_original: true });
    await ack();
  });
  here.app.action("kind", ({ ack }) => ack());
  const kind = { type: "static_select", action_id: "kind", options: [option("a"), option("b")] };
  const button = { type: "button", action_id: "done", text: plain("Done") };
  const blocks = [{ type: "actions", block_id: "nudge", elements: [kind, button] }];
  await here.client.chat.postMessage({ channel: ana, text: "Nudge", blocks: blocks as never });
  const message = (await here.said()).at(-1) as Message;
  const channel = (await here.state()).conversations.find(({ kind: each }) => each === "app")?.id;
  const place = { message: { channel, ts: message.ts } };
  await here.post("press", {
    user: ana,
    in: place,
    actionId: "kind",
    value: { selected_option: option("b") },
  });
  expect(await here.post("press", { user: ana, in: place, actionId: "done" })).toMatchObject({ ok: true });
  expect(pressed).toMatchObject([{ nudge: { kind: { selected_option: { value: "b" } } } }]);
  expect((await here.said()).at(-1)).toMatchObject({
    ts: message.ts,
    text: "Done",
    blocks: [],
    edited: true,
  });
});
