import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Json } from "../control.ts";
import type { CallFault } from "../faults.ts";
import { readBody } from "../http.ts";
import type { Slack } from "../slack.ts";
import { type Args, readArgs } from "./args.ts";
import { type Method, mustHold, scopesOf } from "./method.ts";
import { methods } from "./methods.ts";
import { Refusal } from "./refusal.ts";

interface Answer {
  status: number;
  body: Json;
  headers?: Record<string, string>;
  /** The line goes dead instead of answering. */
  cut?: true;
}

/** One call of a Web API method, from the first byte to the line in the log. */
export async function answerCall(
  slack: Slack,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
) {
  const began = performance.now();
  const args = readArgs(await readBody(request), request.headers["content-type"] ?? "");
  const { token = bearer(request), ...said } = args.all;
  const answer = await withFaults(slack, name, () => actOn(slack, name, args, String(token ?? "")));
  const ms = performance.now() - began;
  const status = answer.cut ? 0 : answer.status;
  slack.calls.note({ direction: "api", what: name, request: said, response: answer.body, status, ms });
  if (answer.cut) {
    request.socket.destroy();
    return;
  }
  response.writeHead(answer.status, {
    "content-type": "application/json; charset=utf-8",
    "x-oauth-scopes": scopesOf(slack).join(","),
    "x-accepted-oauth-scopes": methods.get(name)?.scopes.join(",") ?? "",
    ...answer.headers,
  });
  response.end(JSON.stringify(answer.body));
}

async function actOn(slack: Slack, name: string, args: Args, token: string): Promise<Answer> {
  try {
    const method = methods.get(name);
    if (!method) throw new Refusal("unknown_method", { req_method: name });
    if (!args.readable) throw new Refusal("invalid_json");
    mustBeKnown(slack, method, token);
    if (method.token === "bot") mustHold(slack, method.scopes);
    return { status: 200, body: { ok: true, ...(await method.run(slack, args)) } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: 200, body: { ok: false, error: error.error, ...error.details } };
  }
}

function mustBeKnown({ tokens }: Slack, { token: wanted }: Method, token: string): void {
  if (wanted === "none") return;
  if (token === "") throw new Refusal("not_authed");
  const kind = token === tokens.bot ? "bot" : token === tokens.app ? "app" : undefined;
  if (kind === undefined) throw new Refusal("invalid_auth");
  if (wanted !== "either" && wanted !== kind) throw new Refusal("not_allowed_token_type");
}

/** A fault strikes before or after the act, so that an uncertain call is uncertain in both ways. */
async function withFaults(slack: Slack, name: string, act: () => Promise<Answer>): Promise<Answer> {
  const fault = slack.faults.take(name);
  if (!fault) return name === "apps.connections.open" && slack.sockets.refusing ? serverError : act();
  return struck(fault, act);
}

async function struck(fault: CallFault, act: () => Promise<Answer>): Promise<Answer> {
  switch (fault.kind) {
    case "rate_limited": {
      const headers = { "retry-after": String(fault.retryAfter) };
      return { status: 429, body: { ok: false, error: "ratelimited" }, headers };
    }
    case "error":
      return { status: 200, body: { ok: false, error: fault.error } };
    case "http500":
      return serverError;
    case "cut_before":
      return { status: 0, body: {}, cut: true };
    case "cut_after":
      return { ...(await act()), cut: true };
    case "hang": {
      // The act is done at once and only its answer hangs: a caller that gives up cannot know.
      const answer = await act();
      await wait(fault.ms, undefined, { ref: false });
      return answer;
    }
  }
}

const serverError: Answer = { status: 500, body: { ok: false, error: "internal_error" } };

const bearer = (request: IncomingMessage) => /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
