import type { Slack } from "../slack.ts";
import { appConversation, isDirect } from "../world/conversations.ts";
import { findMessage } from "../world/messages.ts";
import { conversationJson, messageJson } from "../world/shapes.ts";
import type { Conversation, StoredMessage } from "../world/world.ts";
import type { Args } from "./args.ts";
import { conversationFor, forBot, forEachKind, mustBeMember, mustHold, mustRead, paged } from "./method.ts";
import { Refusal } from "./refusal.ts";

export const conversations = {
  "conversations.open": forBot(["im:write", "mpim:write"], (slack, args) => {
    if (args.has("channel")) return { channel: { id: conversationFor(slack, args).id } };
    const users = (args.maybe("users") ?? "").split(",").filter(Boolean);
    const [user, ...others] = users;
    if (user === undefined) throw new Refusal("users_list_not_supplied");
    if (others.length > 0) mustHold(slack, ["mpim:write"]);
    const person = slack.world.people.get(user);
    if (!person) throw new Refusal("user_not_found");
    if (person.deleted) throw new Refusal("user_disabled");
    if (person.isBot) throw new Refusal("cannot_dm_bot");
    if (others.length > 0) throw new Refusal("method_not_supported_for_channel_type");
    const conversation = appConversation(slack.world, user);
    const whole = args.flag("return_im")
      ? conversationJson(slack.world, conversation)
      : { id: conversation.id };
    return { no_op: true, already_open: true, channel: whole };
  }),
  "conversations.info": forBot(forEachKind("read"), (slack, args) => {
    const conversation = conversationFor(slack, args);
    mustRead(slack, conversation, "read");
    return { channel: conversationJson(slack.world, conversation) };
  }),
  "conversations.list": forBot(forEachKind("read"), (slack, args) => {
    const kinds = (args.maybe("types") ?? "public_channel").split(",");
    for (const kind of kinds) mustHold(slack, [scopeOfType(kind)]);
    const all = [...slack.world.conversations.values()].filter(
      (each) => each.kind !== "direct" && kinds.includes(typeOf(each)) && isKnown(slack, each),
    );
    const { page, next } = paged(args, all, 100, 1000);
    return {
      channels: page.map((each) => conversationJson(slack.world, each)),
      response_metadata: { next_cursor: next },
    };
  }),
  "conversations.members": forBot(forEachKind("read"), (slack, args) => {
    const conversation = conversationFor(slack, args);
    mustRead(slack, conversation, "read");
    const { page, next } = paged(args, conversation.members, 100, 1000);
    return { members: page, response_metadata: { next_cursor: next } };
  }),
  "conversations.history": forBot(forEachKind("history"), (slack, args) => {
    const conversation = readable(slack, args);
    const top = conversation.messages.filter((message) => message.threadTs === null).reverse();
    return { ...pageOfMessages(slack, args, conversation, top), pin_count: 0 };
  }),
  "conversations.replies": forBot(forEachKind("history"), (slack, args) => {
    const conversation = readable(slack, args);
    const asked = findMessage(conversation, args.text("ts"));
    if (!asked || asked.reader !== null) throw new Refusal("thread_not_found");
    const root = asked.threadTs ?? asked.ts;
    const thread = conversation.messages.filter((each) => each.ts === root || each.threadTs === root);
    return pageOfMessages(slack, args, conversation, thread);
  }),
};

function readable(slack: Slack, args: Args): Conversation {
  const conversation = conversationFor(slack, args);
  mustRead(slack, conversation, "history");
  mustBeMember(slack, conversation);
  return conversation;
}

/** Neither end is included unless asked; ephemerals are in nobody's history. */
function pageOfMessages(slack: Slack, args: Args, conversation: Conversation, all: StoredMessage[]) {
  const oldest = args.maybe("oldest") ?? "0";
  const latest = args.maybe("latest") ?? "9999999999";
  const ends = args.flag("inclusive") ? [oldest, latest] : [];
  const asked = all.filter(
    ({ ts, reader }) =>
      reader === null && ((isLater(ts, oldest) && isLater(latest, ts)) || ends.includes(ts)),
  );
  const { page, next } = paged(args, asked, 100, 999);
  const metadata = args.flag("include_all_metadata");
  return {
    messages: page.map((message) => messageJson(slack.world, conversation, message, { metadata })),
    has_more: next !== "",
    ...(next !== "" && { response_metadata: { next_cursor: next } }),
  };
}

/** `oldest` and `latest` may be whole seconds, so they are compared part by part. */
function isLater(one: string, other: string): boolean {
  const [seconds = "0", micros = "0"] = one.split(".");
  const [otherSeconds = "0", otherMicros = "0"] = other.split(".");
  if (Number(seconds) !== Number(otherSeconds)) return Number(seconds) > Number(otherSeconds);
  return Number(micros.padEnd(6, "0")) > Number(otherMicros.padEnd(6, "0"));
}

const typeOf = (conversation: Conversation) =>
  isDirect(conversation) ? "im" : conversation.kind === "private" ? "private_channel" : "public_channel";

function scopeOfType(type: string): string {
  const scopes: Record<string, string> = {
    public_channel: "channels:read",
    private_channel: "groups:read",
    im: "im:read",
    mpim: "mpim:read",
  };
  const scope = scopes[type];
  if (scope === undefined) throw new Refusal("invalid_types");
  return scope;
}

const isKnown = (slack: Slack, conversation: Conversation) =>
  conversation.kind === "channel" || conversation.members.includes(slack.world.app.botUserId);
