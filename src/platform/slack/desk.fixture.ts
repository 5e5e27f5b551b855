import { App, type Receiver, type ReceiverEvent } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import { vi } from "vitest";
import { createLog } from "../log.ts";
import { createBoundary } from "./boundary.ts";
import { handle } from "./handle.ts";
import { libraryLog } from "./library-log.ts";
import type { Locale } from "./trouble.text.ts";

type Fields = Record<string, unknown>;

/** A real Bolt app with the boundary and no network: payloads go in, acks and calls come out. */
export function desk({ locale = "en" as Locale, outbox = true } = {}) {
  const calls: { method: string; args: Fields }[] = [];
  const later: string[] = [];
  const refuse = new Map<string, string>();
  let lines = "";

  const fetcher = async (url: string | URL, init?: { body?: unknown }) => {
    const method = String(url).split("/").pop() ?? "";
    const error = refuse.get(method);
    if (method !== "response")
      calls.push({ method, args: Object.fromEntries(new URLSearchParams(String(init?.body))) });
    else calls.push({ method, args: JSON.parse(String(init?.body)) });
    if (error === "404") return new Response("no", { status: 404 });
    return Response.json(error ? { ok: false, error } : { ok: true, view: { id: "V9" } });
  };
  vi.stubGlobal("fetch", fetcher);

  const log = createLog("info", {
    write(line) {
      lines += line;
    },
  });
  const clientOptions = { fetch: fetcher, logger: libraryLog(log), retryConfig: { retries: 0 } };
  const receiver: Receiver = {
    init: () => undefined,
    start: async () => undefined,
    stop: async () => undefined,
  };
  const authorize = async () => ({ botToken: "xoxb-1", botId: "B1", botUserId: "UBOT" });
  const app = new App({
    receiver,
    authorize,
    clientOptions,
    logger: clientOptions.logger,
    extendedErrorHandler: true,
  });
  const boundary = createBoundary({
    app,
    client: new WebClient("xoxb-1", clientOptions),
    log,
    localeOf: () => locale,
    ...(outbox ? { later: async (_, sentence) => void later.push(sentence) } : {}),
  });
  const seen = new Set<string>();
  const firstTime = async (team: string, id: string) => !seen.has(team + id) && Boolean(seen.add(team + id));
  const on = handle(app, boundary, { firstTime });

  async function send(body: Fields): Promise<{ acks: unknown[] }> {
    const acks: unknown[] = [];
    const ack: ReceiverEvent["ack"] = async (answer?: unknown) => void acks.push(answer);
    await app.processEvent({ body, ack });
    return { acks };
  }
  return { app, on, send, calls, later, refuse, log: () => lines };
}

const who = { team: { id: "T1", domain: "acme" }, user: { id: "U1", name: "ana" }, trigger_id: "1.2.3" };
const response_url = "https://slack.example/response";

export const command = (text = "") => ({
  command: "/visit",
  text,
  team_id: "T1",
  user_id: "U1",
  channel_id: "C1",
  trigger_id: "1.2.3",
  response_url,
});

export const modal = (values: Fields = {}) => ({
  id: "V1",
  type: "modal",
  callback_id: "visits.log",
  title: { type: "plain_text", text: "Log a visit" },
  submit: { type: "plain_text", text: "Save" },
  close: null,
  private_metadata: "{}",
  blocks: [
    { type: "section", block_id: "intro" },
    { type: "input", block_id: "account" },
    { type: "input", block_id: "metOn:2" },
  ],
  state: { values },
});

export const submission = (view: Fields = modal()) => ({ ...who, type: "view_submission", view });

const pressed = { type: "button", action_id: "visits.done:4", block_id: "b1", value: "v4" };
export const pressInMessage = () => ({
  ...who,
  type: "block_actions",
  actions: [pressed],
  container: { type: "message", channel_id: "D1", message_ts: "1.1" },
  channel: { id: "D1", name: "directmessage" },
  response_url,
});
export const pressInView = (type = "modal") => ({
  ...who,
  type: "block_actions",
  actions: [pressed],
  container: { type: "view" },
  view: { ...modal(), type },
});

export const suggestion = (value = "ac") => ({
  ...who,
  type: "block_suggestion",
  action_id: "accounts.search",
  block_id: "account",
  value,
  view: modal(),
});

export const event = (inner: Fields, id = "Ev1") => ({
  type: "event_callback",
  team_id: "T1",
  event_id: id,
  event: inner,
});

export const direct = (more: Fields = {}) =>
  event({
    type: "message",
    channel_type: "im",
    channel: "D1",
    user: "U1",
    ts: "1.1",
    text: "met &lt;Li&gt;",
    ...more,
  });
