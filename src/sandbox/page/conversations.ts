import type { Conversation, State } from "../control.ts";

/**
 * A person's conversations, and for every colleague they have not written to yet an empty one under the colleague's id:
 * the first message opens it, and from then on the real one answers to that id too.
 */
export function allConversations({ conversations, people, me }: State): Conversation[] {
  const met = new Set(conversations.map((conversation) => conversation.with));
  const others = people.filter(
    ({ id, isBot, deleted }) => id !== me.id && !isBot && !deleted && !met.has(id),
  );
  const empty = others.map(({ id, realName }): Conversation => {
    return { id, kind: "direct", name: realName, with: id, members: [me.id, id], unread: 0, messages: [] };
  });
  return [...conversations, ...empty];
}

/** The conversation an address names; without one, the app's. */
export function openedConversation(all: Conversation[], id: string | null): Conversation | undefined {
  const named = id === null ? undefined : all.find((one) => one.id === id || one.with === id);
  return named ?? all.find(({ kind }) => kind === "app") ?? all[0];
}

export const titleOf = ({ kind, name }: Conversation): string =>
  kind === "channel" || kind === "private" ? `#${name}` : name;
