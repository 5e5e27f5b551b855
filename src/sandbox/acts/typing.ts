import type { Json } from "../control.ts";
import { newBlockId } from "../ids.ts";
import type { Slack } from "../slack.ts";
import { isDirect } from "../world/conversations.ts";

/** What Slack's composer makes of typed words: mentions of people and channels, links, mail addresses, and the rest. */
type Piece =
  | { is: "text"; text: string }
  | { is: "user" | "channel"; id: string; name: string }
  | { is: "link" | "mail"; text: string };

const notable =
  /(?<link>https?:\/\/[^\s<>]+[^\s<>.,;:!?)])|(?<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|@(?<user>[a-z0-9._-]*[a-z0-9_-])|#(?<channel>[\p{L}\p{N}_-]+)/giu;

/** A message as an app receives it: `<@U1>`, and the three characters of Slack's markup escaped. */
export const asMessageText = (slack: Slack, typed: string) => written(slack, typed, ({ id }) => `<@${id}>`);

/** A command's words with `should_escape`: people come with their names. */
export const asCommandText = (slack: Slack, typed: string) =>
  written(slack, typed, ({ id, name }) => `<@${id}|${name}>`);

function written(slack: Slack, typed: string, user: (named: { id: string; name: string }) => string): string {
  const text = (piece: Piece) => {
    if ("id" in piece) return piece.is === "user" ? user(piece) : `<#${piece.id}|${piece.name}>`;
    const escaped = piece.text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    if (piece.is === "text") return escaped;
    return piece.is === "link" ? `<${escaped}>` : `<mailto:${escaped}|${escaped}>`;
  };
  return pieces(slack, typed).map(text).join("");
}

/** The block that carries the same words. */
export function asRichText(slack: Slack, typed: string): Json {
  const element = (piece: Piece): Json => {
    if ("id" in piece) return { type: piece.is, [`${piece.is}_id`]: piece.id };
    if (piece.is === "link") return { type: "link", url: piece.text };
    if (piece.is === "mail") return { type: "link", url: `mailto:${piece.text}`, text: piece.text };
    return { type: "text", text: piece.text };
  };
  const section = { type: "rich_text_section", elements: pieces(slack, typed).map(element) };
  return { type: "rich_text", block_id: newBlockId(), elements: [section] };
}

function pieces(slack: Slack, typed: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of typed.matchAll(notable)) {
    const piece = pieceOf(slack, match.groups ?? {});
    if (!piece) continue;
    if (match.index > from) found.push({ is: "text", text: typed.slice(from, match.index) });
    found.push(piece);
    from = match.index + match[0].length;
  }
  if (from < typed.length) found.push({ is: "text", text: typed.slice(from) });
  return found;
}

/** A name that nobody bears stays text. */
function pieceOf({ world }: Slack, { link, mail, user, channel }: Record<string, string>): Piece | undefined {
  if (link !== undefined) return { is: "link", text: link };
  if (mail !== undefined) return { is: "mail", text: mail };
  const named = <Thing extends { id: string; name: string }>(things: Iterable<Thing>, name: string) => {
    for (const thing of things) if (thing.name === name) return thing;
    return undefined;
  };
  const is = user === undefined ? "channel" : "user";
  const channels = [...world.conversations.values()].filter((each) => !isDirect(each));
  const thing =
    user === undefined ? named(channels, channel ?? "") : named(world.people.values(), user.toLowerCase());
  return thing && { is, id: thing.id, name: thing.name };
}
