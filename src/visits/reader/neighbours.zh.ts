/**
 * Where a Chinese name ends, without spaces: 张伟说 is 张伟, 张伟强 is somebody else, and so is 李建国 where only
 * 王建国 is known. What no list tells is asked.
 */
import type { Line, Span } from "./line.ts";
import type { Mention } from "./names.ts";
import type { Lexicon } from "./reading.ts";
import { afterName, beforeName, maybeGiven, surnames, titles } from "./words.zh.ts";

const pair = new RegExp(`^(?:${surnames.pairs})$`, "u");
const single = new RegExp(`^[${surnames.singles}]$`, "u");
const isHan = (letter: string | undefined) => letter !== undefined && /^\p{Script=Han}$/u.test(letter);
const title = new RegExp(`^(?:${titles.strong})`, "u");
const goesOn = new RegExp(`^(?:${afterName})`, "u");
const begins = new RegExp(`(?:${beforeName})$`, "u");

/** The name as it stands, or the longer name it is a part of, or the name nobody can be sure of. */
export function hanNeighbour(line: Line, mention: Mention, mentions: Mention[], lexicon: Lexicon): Mention[] {
  const { text } = line;
  const sort = sortOf(mention, lexicon);
  const before = text.slice(0, mention.start);
  const fenced = (at: number) => {
    const head = text.slice(Math.max(0, at - 4), at);
    return !isHan(head.at(-1)) || begins.test(head) || mentions.some((m) => m !== mention && m.end === at);
  };
  const doubtful: Mention = { ...mention, as: "doubtful" };
  const strangerFrom = (span: Span): Mention => ({
    ...span,
    name: text.slice(span.start, span.end),
    accounts: [],
    people: [],
    members: [],
    as: "stranger",
  });
  // 司马丽 is no 马丽, 司马总 no 马总.
  if (pair.test(text.slice(mention.start - 1, mention.start + 1)) && mention.start > 0) {
    return sort === "called" ? [] : [strangerFrom({ start: mention.start - 1, end: mention.end })];
  }
  // 小王工 is what people say to tell him from 王工.
  if (sort === "called") return [/[小大]$/u.test(before) ? doubtful : mention];
  const last = before.at(-1) ?? "";
  if (!fenced(mention.start) && sort === "given") {
    const family = pair.test(before.slice(-2)) ? 2 : single.test(last) ? 1 : 0;
    const start = mention.start - family;
    return [family > 0 && fenced(start) ? strangerFrom({ start, end: mention.end }) : doubtful];
  }
  if (!fenced(mention.start) && single.test(last) && fenced(mention.start - 1)) return [doubtful];
  if (sort !== "short" || ends(text, mention.end, mentions)) return [mention];
  const end = mention.end + 1;
  const open = maybeGiven.includes(text[mention.end] ?? "") && isHan(text[end]);
  return [!open && ends(text, end, mentions) ? strangerFrom({ start: mention.start, end }) : doubtful];
}

/** Nothing of a name can begin here: the line, another name, a title, a word that follows names. */
function ends(text: string, at: number, mentions: Mention[]): boolean {
  const rest = text.slice(at, at + 4);
  return !isHan(rest[0]) || mentions.some((m) => m.start === at) || title.test(rest) || goesOn.test(rest);
}

/** `short`: a whole name of which one more letter makes another; `given`: without the family name. */
function sortOf(
  { name, people, members }: Mention,
  lexicon: Lexicon,
): "short" | "whole" | "given" | "called" {
  const bearers = [
    ...lexicon.people.filter(({ id }) => people.includes(id)),
    ...lexicon.members.filter(({ id }) => members.includes(id)),
  ];
  if (bearers.some(({ names }) => names.some((other) => other.endsWith(name) && isFamily(other, name))))
    return "given";
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || /^[老小阿大]/u.test(name)) return "called";
  const family = pair.test(name.slice(0, 2)) ? 2 : single.test(name.slice(0, 1)) ? 1 : 0;
  const rest = name.slice(family);
  if (family === 0 || rest === "" || new RegExp(`^(?:${titles.strong}|${titles.offices})$`, "u").test(rest))
    return "called";
  return rest.length === 1 ? "short" : "whole";
}

const isFamily = (whole: string, given: string) => {
  const family = whole.slice(0, whole.length - given.length);
  return single.test(family) || pair.test(family);
};
