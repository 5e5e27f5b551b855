import type { Json } from "../control.ts";
import type { Slack } from "../slack.ts";
import { existsFor, isDirect } from "../world/conversations.ts";
import type { Conversation } from "../world/world.ts";
import type { Args } from "./args.ts";
import { Refusal } from "./refusal.ts";

export interface Method {
  token: "bot" | "app" | "either" | "none";
  /** Any one of these is enough; none is needed when empty. */
  scopes: string[];
  run(slack: Slack, args: Args): Json | Promise<Json>;
}

export const forBot = (scopes: string[], run: Method["run"]): Method => ({ token: "bot", scopes, run });

/** `channels:read` for a channel, `im:read` for a direct conversation: one scope for each kind. */
export const forEachKind = (what: string) =>
  ["channels", "groups", "im", "mpim"].map((kind) => `${kind}:${what}`);

/** A conversation that the app may know of. A private one where it is not a member does not exist for it. */
export function conversationFor(slack: Slack, args: Args, named = "channel"): Conversation {
  const id = args.text(named);
  const { world } = slack;
  const conversation =
    world.conversations.get(id) ??
    [...world.conversations.values()].find((each) => !isDirect(each) && each.name === id.replace(/^#/, ""));
  if (!conversation || !existsFor(conversation, world.app.botUserId)) throw new Refusal("channel_not_found");
  return conversation;
}

export function mustBeMember(slack: Slack, conversation: Conversation): void {
  if (!conversation.members.includes(slack.world.app.botUserId)) throw new Refusal("not_in_channel");
}

/** Reading a kind of conversation needs that kind's own scope. */
export function mustRead(slack: Slack, conversation: Conversation, what: string): void {
  const kind = isDirect(conversation) ? "im" : conversation.kind === "private" ? "groups" : "channels";
  mustHold(slack, [`${kind}:${what}`]);
}

export function mustHold(slack: Slack, scopes: string[]): void {
  const provided = scopesOf(slack);
  if (scopes.length === 0 || scopes.some((scope) => provided.includes(scope))) return;
  throw new Refusal("missing_scope", { needed: scopes.join(","), provided: provided.join(",") });
}

export const scopesOf = (slack: Slack): string[] => slack.world.app.manifest.oauth_config.scopes.bot;

export const holds = (slack: Slack, scope: string) => scopesOf(slack).includes(scope);

/** One page of a list, as Slack pages: an opaque cursor, empty when this is the last. */
export function paged<T>(args: Args, all: T[], usual: number, most: number): { page: T[]; next: string } {
  const limit = args.count("limit", usual, most);
  const cursor = args.maybe("cursor");
  const from =
    cursor === undefined ? 0 : Number(Buffer.from(cursor, "base64").toString().replace("next:", ""));
  if (!Number.isInteger(from)) throw new Refusal("invalid_cursor");
  const end = from + limit;
  const next = end < all.length ? Buffer.from(`next:${end}`).toString("base64") : "";
  return { page: all.slice(from, end), next };
}
