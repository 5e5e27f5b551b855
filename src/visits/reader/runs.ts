/** Words that stand side by side as one name does: known ones, ones that look like names, small words between. */
import type { Line, Span } from "./line.ts";
import { isCapital, type Mention } from "./names.ts";
import type { Lexicon } from "./reading.ts";
import { isPinyin, maybeNames, namedLikeVerbs, notNames, particles, pinyinSurnames } from "./words.en.ts";

/** A word of Latin, Cyrillic … letters: a known name, one that looks like a name, a small word between names. */
export interface Word extends Span {
  text: string;
  is: "known" | "whole" | "name" | "maybe" | "particle" | "other";
  mention: Mention | null;
}

export const word =
  /(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+(?:'(?:(?!\p{Script=Han}|s(?![\p{L}\p{N}]))[\p{L}\p{M}\p{N}])+)*/gu;

export interface Bearers {
  /** Every word of every name somebody answers to. */
  words: Map<number, Set<string>>;
  /** The words of the whole name in Latin letters, which comes before its parts. */
  names: Map<number, string[]>;
}

const besideNames = /^(?:mr|mrs|ms|miss|dr|prof|sir|dame|hon|rev|jr|sr|phd|md|mba|esq)$/;
const plain = (name: string): string[] => (name.match(word) ?? []).filter((each) => !besideNames.test(each));

/** People under their id, members under its negative. */
export function bearersOf(lexicon: Lexicon): Bearers {
  const bearers: Bearers = { words: new Map(), names: new Map() };
  const add = (key: number, names: string[]) => {
    bearers.words.set(key, new Set(names.flatMap((name) => name.match(word) ?? [])));
    const latin = names.map(plain).filter((words) => words.length > 0);
    bearers.names.set(key, latin.find((words) => words.length > 1) ?? latin[0] ?? []);
  };
  for (const person of lexicon.people) add(person.id, person.names);
  for (const member of lexicon.members) add(-member.id, member.names);
  return bearers;
}

export const keysOf = ({ people, members }: Mention) => [...people, ...members.map((id) => -id)];

export function wordsIn(line: Line, mentions: Mention[], bearers: Bearers): Word[] {
  let next = 0;
  return [...line.text.matchAll(word)].map(({ 0: text, index: start }) => {
    const end = start + text.length;
    while ((mentions[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    const mention = mentions[next];
    // O'Brien is more than a known Brien.
    const exact = mention && mention.start < end && mention.start <= start && mention.end >= end;
    const is = exact ? standing(mention, bearers) : looksLike(line, { start, end }, text);
    return { start, end, text, is, mention: exact ? mention : null };
  });
}

/** A name of several words that begins and ends as the person's own needs no neighbours; an account is no one's name. */
function standing(mention: Mention, bearers: Bearers): Word["is"] {
  if (mention.as || keysOf(mention).length === 0) return "other";
  if (mention.accounts.length > 0 && mention.name.includes(" ")) return "other";
  const said: string[] = mention.name.match(word) ?? [];
  const whole = keysOf(mention).some((key) => {
    const name = bearers.names.get(key) ?? [];
    return said.length > 1 && said.includes(name[0] ?? "") && said.includes(name.at(-1) ?? "");
  });
  return whole ? "whole" : "known";
}

function looksLike(line: Line, span: Span, text: string): Word["is"] {
  if (particles.has(text) && !isCapital(line, span.start)) return "particle";
  if (!isCapital(line, span.start) || notNames.has(text)) return "other";
  const typed = line.typed.slice(line.places[span.start], line.places[span.end]);
  if ([...typed].length > 1 && typed === typed.toUpperCase() && !isShouted(line))
    return /[aeiouy]/.test(text) ? "maybe" : "other";
  const dated = /^ ?\d/.test(line.text.slice(span.end, span.end + 2));
  return maybeNames.has(text) ? (dated ? "other" : "maybe") : "name";
}

/** CTO and QBR are capitals among small letters, LEE may be a name; where all is capitals they say nothing. */
const isShouted = (line: Line) => !/\p{Ll}/u.test(line.typed);

/** Words side by side in one name, hyphen and initial included; never over punctuation or a Slack tag. */
export function runsOf(line: Line, words: Word[], bearers: Bearers): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  const close = () => {
    const inside = trimmed(line, run, bearers);
    if (inside.some((each) => each.is === "known" || each.is === "whole")) runs.push(inside);
    run = [];
  };
  for (const each of words) {
    const last = run.at(-1);
    if (last && !isOneName(line, last, each)) close();
    if (each.is === "other") close();
    else run.push(each);
  }
  close();
  return runs.flatMap((each) => splitAtWhole(line, each));
}

function isOneName(line: Line, a: Word, b: Word): boolean {
  if (a.mention !== null && a.mention === b.mention) return true;
  const gap = line.typed.slice(line.places[a.end], line.places[b.start]);
  if (gap === "-" || gap === "\u2010" || gap === "\u2011") return true;
  return (a.text.length === 1 ? /^\.?\s*$/u : /^\s+$/u).test(gap) && line.text[a.end] !== ";";
}

const sentenceBegins = /(?:^|[.!?;:"“(\]]\s*|\s[-–—]+\s)$/u;
const beforePlace = /\b(?:in|at|near|@) ?$/;

/** Without the small words at its ends, the first word of a sentence, the place before a name ("in Munich Priya"). */
function trimmed(line: Line, run: Word[], bearers: Bearers): Word[] {
  let [from, to] = [0, run.length];
  while (to > from && run[to - 1]?.is === "particle") to--;
  while (from < to && run[from]?.is === "particle") from++;
  const [first, second] = run.slice(from, to);
  if (!first || !second || (first.is !== "name" && first.is !== "maybe")) return run.slice(from, to);
  const before = line.text.slice(Math.max(0, first.start - 6), first.start);
  const opens = sentenceBegins.test(before) && line.text[first.end] === " ";
  if ((opens && opensOnly(first, second)) || beforePlace.test(before)) return run.slice(from + 1, to);
  const rest = run.slice(from, to);
  return opens && second.mention && isGivenName(second, bearers)
    ? rest.with(0, { ...first, is: "maybe" })
    : rest;
}

/** "Poor Priya" or Poor, Priya: before a given name the first word of a sentence may be anything. */
const isGivenName = ({ text, mention }: Word, bearers: Bearers) =>
  !pinyinSurnames.has(text) &&
  mention !== null &&
  keysOf(mention).some((key) => bearers.names.get(key)?.[0] === text);

/** "Grilled Müller" opens a sentence with a verb; "Peter Müller" with a name. */
function opensOnly(first: Word, second: Word): boolean {
  return /(?:ed|ing)$/.test(first.text) && !namedLikeVerbs.test(first.text) && second.mention !== null;
}

/** A whole name stands for itself; what is beside it may still be somebody. */
function splitAtWhole(line: Line, run: Word[]): Word[][] {
  const parts: Word[][] = [[]];
  for (const [i, each] of run.entries()) {
    const hyphened = each.is !== "whole" && line.text[each.start - 1] !== " ";
    const longer =
      run[i - 1]?.is === "whole" &&
      (each.is === "name" || each.is === "maybe") &&
      (hyphened || goesOn(run, i));
    if (longer || (each.is === "whole" && each.mention === run[i - 1]?.mention)) parts.at(-1)?.push(each);
    else if (each.is === "whole" || run[i - 1]?.is === "whole") parts.push([each]);
    else parts.at(-1)?.push(each);
  }
  return parts.filter((part) => part.some(({ is }) => is === "known") || part.at(-1)?.is !== "whole");
}

/** Wang Li Hong is hardly Wang Li. */
const goesOn = (run: Word[], at: number) =>
  [...(run[at - 1]?.mention?.name.split(" ") ?? []), run[at]?.text ?? ""].every(isPinyin);
