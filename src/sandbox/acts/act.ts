import type { Json, Outcome, Place } from "../control.ts";
import { Impossible } from "../impossible.ts";
import { asObjects } from "../json.ts";
import type { Slack } from "../slack.ts";
import { existsFor } from "../world/conversations.ts";
import { findElement, type Placed } from "../world/elements.ts";
import { findMessage } from "../world/messages.ts";
import { findView } from "../world/views.ts";
import type { Conversation, Member, StoredMessage, View } from "../world/world.ts";

export const done = (ms: number): Outcome => ({ ok: true, ackMs: Math.round(ms) });

/** What Slack shows when an app does not answer. */
export const troubleConnecting = "We had some trouble connecting. Try again?";
export const timedOut = "Operation timed out. Apps need to respond within 3 seconds.";

export function personActing(slack: Slack, user: string): Member {
  const person = slack.world.people.get(user);
  if (!person || person.isBot) throw new Impossible(`There is no person ${user}`);
  if (person.deleted) throw new Impossible(`${person.realName} has left`);
  return person;
}

export function conversationOf(slack: Slack, id: string, user: string): Conversation {
  const conversation = slack.world.conversations.get(id);
  if (!conversation || !existsFor(conversation, user))
    throw new Impossible(`${user} sees no conversation ${id}`);
  return conversation;
}

export function messageSeen(slack: Slack, at: { channel: string; ts: string }, user: string) {
  const conversation = conversationOf(slack, at.channel, user);
  const message = findMessage(conversation, at.ts);
  if (!message || (message.reader !== null && message.reader !== user))
    throw new Impossible(`${user} sees no message ${at.ts}`);
  return { conversation, message };
}

export function viewSeen(slack: Slack, id: string, user: string): View {
  const view = findView(slack.world, id);
  if (!view || view.user !== user) throw new Impossible(`${user} has no open view ${id}`);
  return view;
}

/** Where an element stands, with all that a payload tells about the place. */
export type Spot =
  | { kind: "message"; conversation: Conversation; message: StoredMessage; key: string }
  | { kind: "view" | "home"; view: View };

export function spotOf(slack: Slack, place: Place, user: string): Spot {
  if ("message" in place) {
    const key = `${place.message.channel}/${place.message.ts}/${user}`;
    return { kind: "message", ...messageSeen(slack, place.message, user), key };
  }
  if ("view" in place) return { kind: "view", view: viewSeen(slack, place.view, user) };
  const home = slack.world.homes.get(user);
  if (!home) throw new Impossible("The Home tab is empty");
  return { kind: "home", view: home };
}

export function elementAt(spot: Spot, actionId: string, blockId?: string): Placed {
  const blocks: Json[] = spot.kind === "message" ? spot.message.blocks : asObjects(spot.view.view["blocks"]);
  const placed = findElement(blocks, actionId, blockId);
  if (!placed) throw new Impossible(`There is no element ${actionId} here`);
  return placed;
}
