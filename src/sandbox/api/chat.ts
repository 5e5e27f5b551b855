import { checkBlocks, textWithin } from "../blockkit/index.ts";
import type { Json } from "../control.ts";
import { hearChange, hearMessage, hearRemoval } from "../deliver/hearing.ts";
import { asObjects, asText, isObject } from "../json.ts";
import type { Slack } from "../slack.ts";
import { appConversation } from "../world/conversations.ts";
import { withIds } from "../world/elements.ts";
import { addMessage, changeMessage, findMessage, removeMessage } from "../world/messages.ts";
import { messageJson, permalink } from "../world/shapes.ts";
import type { Conversation, StoredMessage } from "../world/world.ts";
import type { Args } from "./args.ts";
import { conversationFor, forBot, mustBeMember } from "./method.ts";
import { Refusal, refusedShape } from "./refusal.ts";

const longestText = 40_000;
const longestUpdate = 4_000;
/** Undocumented; beyond about this the whole message is refused. */
const longestBlocks = 13_200;

export const chat = {
  "chat.postMessage": forBot(["chat:write"], (slack, args) => {
    const conversation = placeToPost(slack, args);
    const threadTs = threadOf(conversation, args);
    const words = wordsOf(args.json("blocks"), args.maybe("text"));
    const metadata = metadataOf(args) ?? null;
    const user = slack.world.app.botUserId;
    const message = addMessage(slack.world, conversation, { user, ...words, threadTs, metadata });
    hearMessage(slack, conversation, message);
    return { channel: conversation.id, ts: message.ts, message: shown(slack, conversation, message) };
  }),
  "chat.postEphemeral": forBot(["chat:write"], (slack, args) => {
    const conversation = placeToPost(slack, args);
    const reader = args.text("user");
    if (!conversation.members.includes(reader)) throw new Refusal("user_not_in_channel");
    const words = wordsOf(args.json("blocks"), args.maybe("text"));
    const user = slack.world.app.botUserId;
    const message = addMessage(slack.world, conversation, {
      user,
      reader,
      ...words,
      threadTs: threadOf(conversation, args),
    });
    return { message_ts: message.ts };
  }),
  "chat.update": forBot(["chat:write"], (slack, args) => {
    const conversation = conversationFor(slack, args);
    const message = ownMessage(slack, conversation, args.text("ts"), "cant_update_message");
    const text = args.maybe("text");
    if (text !== undefined && text.length > longestUpdate) throw new Refusal("msg_too_long");
    const words = wordsOf(args.json("blocks"), text ?? (args.has("blocks") ? message.text : undefined));
    const metadata = metadataOf(args);
    const change =
      metadata === undefined ? words : { ...words, metadata: isBare(metadata) ? null : metadata };
    const before = shown(slack, conversation, message);
    changeMessage(slack.world, conversation, message, change);
    hearChange(slack, conversation, message, before);
    return {
      channel: conversation.id,
      ts: message.ts,
      text: message.text,
      message: shown(slack, conversation, message),
    };
  }),
  "chat.delete": forBot(["chat:write"], (slack, args) => {
    const conversation = conversationFor(slack, args);
    const message = ownMessage(slack, conversation, args.text("ts"), "cant_delete_message");
    removeMessage(slack.world, conversation, message);
    hearRemoval(slack, conversation, message, shown(slack, conversation, message));
    return { channel: conversation.id, ts: message.ts };
  }),
  "chat.getPermalink": forBot([], (slack, args) => {
    const conversation = conversationFor(slack, args);
    const message = findMessage(conversation, args.text("message_ts"));
    if (!message || message.reader !== null) throw new Refusal("message_not_found");
    return { channel: conversation.id, permalink: permalink(slack.world, conversation, message) };
  }),
};

/** What a message says, or the reason why Slack would not take it. Shared with response URLs. */
export function wordsOf(blocks: unknown, text: string | undefined): { text: string; blocks: Json[] } {
  if (typeof blocks === "string") throw new Refusal("invalid_blocks_format");
  if (blocks === undefined || blocks === null || (Array.isArray(blocks) && blocks.length === 0)) {
    if (!text) throw new Refusal("no_text");
    if (text.length > longestText) throw new Refusal("msg_too_long");
    return { text, blocks: [] };
  }
  const breaches = checkBlocks("message", blocks);
  if (breaches.length > 0) throw refusedShape("invalid_blocks", breaches);
  if (textWithin(blocks) > longestBlocks) throw new Refusal("msg_blocks_too_long");
  return { text: text ?? "", blocks: withIds(asObjects(blocks)) };
}

function placeToPost(slack: Slack, args: Args): Conversation {
  const person = slack.world.people.get(args.text("channel"));
  if (person?.isBot || person?.deleted) throw new Refusal("channel_not_found");
  const conversation = person ? appConversation(slack.world, person.id) : conversationFor(slack, args);
  mustBeMember(slack, conversation);
  return conversation;
}

function threadOf(conversation: Conversation, args: Args): string | null {
  const ts = args.maybe("thread_ts");
  if (ts === undefined) return null;
  const parent = findMessage(conversation, ts);
  if (!parent || parent.reader !== null) throw new Refusal("thread_not_found");
  return parent.threadTs ?? parent.ts;
}

function ownMessage(slack: Slack, conversation: Conversation, ts: string, notOwn: string): StoredMessage {
  const message = findMessage(conversation, ts);
  if (!message || message.reader !== null) throw new Refusal("message_not_found");
  if (message.user !== slack.world.app.botUserId) throw new Refusal(notOwn);
  return message;
}

function metadataOf(args: Args): Json | undefined {
  if (!args.has("metadata")) return undefined;
  const metadata = args.json("metadata");
  if (!isObject(metadata)) throw new Refusal("invalid_metadata_format");
  const whole = asText(metadata["event_type"]) !== undefined && isObject(metadata["event_payload"]);
  if (!whole && !isBare(metadata)) throw new Refusal("invalid_metadata_schema");
  return metadata;
}

const isBare = (metadata: Json) => Object.keys(metadata).length === 0;

const shown = (slack: Slack, conversation: Conversation, message: StoredMessage) =>
  messageJson(slack.world, conversation, message, { metadata: true });
