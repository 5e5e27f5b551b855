import type { IncomingMessage, ServerResponse } from "node:http";
import { wordsOf } from "../api/chat.ts";
import { Refusal } from "../api/refusal.ts";
import type { Json } from "../control.ts";
import { answerJson, readBody } from "../http.ts";
import { asObject, asText, parseJson } from "../json.ts";
import type { Slack } from "../slack.ts";
import { existsFor } from "../world/conversations.ts";
import { addMessage, changeMessage, findMessage, removeMessage } from "../world/messages.ts";
import { messageJson } from "../world/shapes.ts";
import type { Conversation, StoredMessage } from "../world/world.ts";
import { hearChange, hearMessage, hearRemoval } from "./hearing.ts";
import type { ResponseUrl } from "./response-urls.ts";

/**
 * What the app says in answer to a person's act, in its ack or at a response URL. It needs no membership; unless it
 * asks otherwise only that person reads it. Throws the refusal that Slack would answer.
 */
export function respond(slack: Slack, url: ResponseUrl, body: Json): void {
  const conversation = slack.world.conversations.get(url.channel);
  if (!conversation || !existsFor(conversation, url.user)) throw new Refusal("channel_not_found");
  const original = url.original === null ? undefined : findMessage(conversation, url.original);
  if (isSet(body["delete_original"])) {
    if (original) takeBack(slack, conversation, original);
    return;
  }
  const words = wordsOf(body["blocks"], asText(body["text"]));
  if (isSet(body["replace_original"]) && original) {
    const before = messageJson(slack.world, conversation, original);
    changeMessage(slack.world, conversation, original, words);
    hearChange(slack, conversation, original, before);
    return;
  }
  const reader = body["response_type"] === "in_channel" ? null : url.user;
  const threadTs = asText(body["thread_ts"]) ?? original?.threadTs ?? null;
  const user = slack.world.app.botUserId;
  const message = addMessage(slack.world, conversation, { user, reader, threadTs, ...words });
  url.original ??= message.ts;
  hearMessage(slack, conversation, message);
}

function takeBack(slack: Slack, conversation: Conversation, message: StoredMessage): void {
  const before = messageJson(slack.world, conversation, message);
  removeMessage(slack.world, conversation, message);
  hearRemoval(slack, conversation, message, before);
}

const isSet = (flag: unknown) => flag === true || flag === "true";

/** A POST to a response URL. */
export async function answerResponseUrl(
  slack: Slack,
  request: IncomingMessage,
  response: ServerResponse,
  secret: string,
): Promise<void> {
  const began = performance.now();
  const body = asObject(parseJson(await readBody(request)));
  const error = tried(slack, secret, body);
  const answer = error === undefined ? { ok: true } : { ok: false, error };
  const status = error === undefined ? 200 : /_url$/.test(error) ? 404 : 400;
  const ms = performance.now() - began;
  slack.calls.note({
    direction: "response_url",
    what: "response_url",
    request: body,
    response: answer,
    status,
    ms,
  });
  answerJson(response, status, answer);
}

function tried(slack: Slack, secret: string, body: Json): string | undefined {
  const url = slack.responseUrls.use(secret);
  if ("error" in url) return url.error;
  try {
    respond(slack, url, body);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.error;
    throw error;
  }
}
