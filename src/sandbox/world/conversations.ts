import { idOf } from "../ids.ts";
import type { Conversation, World } from "./world.ts";

/** The direct conversation of a user with the app: it is there from the first day, as the app is in the sidebar. */
export const appConversationId = (world: Pick<World, "app">, user: string) =>
  idOf("D", `${world.app.botUserId}/${user}`);

export function appConversation(world: World, user: string): Conversation {
  return openDirect(world, appConversationId(world, user), "app", [user, world.app.botUserId]);
}

/** Two people talking without the app. */
export function directBetween(world: World, one: string, other: string): Conversation {
  const pair = [one, other].sort();
  return openDirect(world, idOf("D", pair.join("/")), "direct", pair);
}

function openDirect(world: World, id: string, kind: "app" | "direct", members: string[]): Conversation {
  const open = world.conversations.get(id);
  if (open) return open;
  const conversation = newConversation({ id, kind, name: "", members });
  world.conversations.set(id, conversation);
  if (kind === "direct") world.journal.put(`direct/${id}`, members);
  return conversation;
}

export function newConversation(
  fresh: Pick<Conversation, "id" | "kind" | "name" | "members"> & Partial<Conversation>,
): Conversation {
  return {
    topic: "",
    created: 1_700_000_000,
    sharing: { isExtShared: false, isPendingExtShared: false, isOrgShared: false },
    messages: [],
    read: new Map(),
    ...fresh,
  };
}

/** A private channel and a direct conversation exist only for who is in them. */
export const existsFor = (conversation: Conversation, user: string) =>
  conversation.kind === "channel" || conversation.members.includes(user);

export const isDirect = (conversation: Conversation) =>
  conversation.kind === "app" || conversation.kind === "direct";

export const otherIn = (conversation: Conversation, user: string): string | null =>
  isDirect(conversation) ? (conversation.members.find((member) => member !== user) ?? null) : null;
