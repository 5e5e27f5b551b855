import type { Conversation, StoredMessage, World } from "./world.ts";

/** Older messages of one conversation are forgotten: a demo and a load test need no more, and the journal stays short. */
const kept = 2_000;

export type NewMessage = Pick<StoredMessage, "user" | "text"> & Partial<Omit<StoredMessage, "ts" | "edited">>;

export function addMessage(world: World, conversation: Conversation, fresh: NewMessage): StoredMessage {
  const message: StoredMessage = {
    blocks: [],
    threadTs: null,
    metadata: null,
    reader: null,
    ...fresh,
    ts: nextTs(world, conversation),
    edited: null,
  };
  conversation.messages.push(message);
  if (conversation.messages.length > kept)
    for (const old of conversation.messages.splice(0, 100)) forget(world, conversation, old);
  remember(world, conversation, message);
  if (message.user !== world.app.botUserId) markRead(world, conversation, message.user);
  return message;
}

export function changeMessage(
  world: World,
  conversation: Conversation,
  message: StoredMessage,
  change: Partial<Pick<StoredMessage, "text" | "blocks" | "metadata">>,
): void {
  Object.assign(message, change, {
    edited: { user: message.user, ts: tsOf(world.clock.now().epochMilliseconds) },
  });
  remember(world, conversation, message);
}

export function removeMessage(world: World, conversation: Conversation, message: StoredMessage): void {
  conversation.messages.splice(conversation.messages.indexOf(message), 1);
  forget(world, conversation, message);
  world.changes.changed(readersOf(conversation, message));
}

export const findMessage = (conversation: Conversation, ts: string): StoredMessage | undefined =>
  conversation.messages.findLast((message) => message.ts === ts);

/** What a user sees of a conversation, oldest first. */
export const visibleTo = (conversation: Conversation, user: string): StoredMessage[] =>
  conversation.messages.filter((message) => message.reader === null || message.reader === user);

export function unreadOf(conversation: Conversation, user: string): number {
  const seen = conversation.read.get(user) ?? "";
  return visibleTo(conversation, user).filter((m) => m.ts > seen && m.user !== user).length;
}

export function markRead(world: World, conversation: Conversation, user: string): void {
  const last = visibleTo(conversation, user).at(-1);
  if (!last || conversation.read.get(user) === last.ts) return;
  conversation.read.set(user, last.ts);
  world.journal.put(`read/${conversation.id}/${user}`, last.ts);
  world.changes.changed([user]);
}

/** A `ts` follows the civil clock, and stays unique and rising in its conversation even when the clock is set back. */
function nextTs(world: World, conversation: Conversation): string {
  const now = tsOf(world.clock.now().epochMilliseconds);
  const last = conversation.messages.at(-1)?.ts ?? "";
  if (now > last) return now;
  const [seconds = "0", micros = "0"] = last.split(".");
  const next = Number(micros) + 1;
  return next < 1_000_000
    ? `${seconds}.${String(next).padStart(6, "0")}`
    : `${Number(seconds) + 1}.${"0".repeat(6)}`;
}

/** Ten digits before the point from 2001 to 2286, so that `ts` sort as text. */
export function tsOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${seconds}.${String((milliseconds - seconds * 1000) * 1000).padStart(6, "0")}`;
}

function remember(world: World, conversation: Conversation, message: StoredMessage): void {
  if (message.reader === null) world.journal.put(messageKey(conversation, message), message);
  world.changes.changed(readersOf(conversation, message));
}

function forget(world: World, conversation: Conversation, message: StoredMessage): void {
  if (message.reader === null) world.journal.put(messageKey(conversation, message), null);
}

export const messageKey = (conversation: Conversation, message: StoredMessage) =>
  `message/${conversation.id}/${message.ts}`;

const readersOf = (conversation: Conversation, message: StoredMessage) =>
  message.reader === null ? conversation.members : [message.reader];
