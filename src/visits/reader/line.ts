/** A typed line made ready for reading: one spelling, Slack's escapes taken out, cut into clauses. */
import { foldWithPlaces } from "../../platform/fold.ts";

/** A stretch of the folded text, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

export interface Line {
  /** What the person typed, with Slack's `&amp; &lt; &gt;` and its links turned back. */
  typed: string;
  /** The same, folded: every rule reads this. */
  text: string;
  places: number[];
}

/** Readers of long text stop here; the words behind it stay in the outcome, they are only not read. */
const readAtMost = 4000;

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
/** `<@U1|ana>`, `<#C1|sales>`, `<!channel>`, `<https://…|label>`. */
const slackTag = /<([@#!])([^<>|]*)(?:\|([^<>]*))?>/giu;
const slackLink = /<(https?:|mailto:|tel:)([^<>|]*)(?:\|([^<>]*))?>/giu;

export function lineOf(line: string): Line {
  const raw = line.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity);
  const typed = raw.replace(slackLink, linkAsWritten);
  // Same length in, same length out: the places of `foldWithPlaces` stay true for `typed`.
  const readable = raw
    .replace(slackLink, (...link: string[]) => " ".repeat(linkAsWritten(...link).length))
    .replace(slackTag, nameInTag)
    .replace(/[\r\n]/g, ";")
    .slice(0, readAtMost);
  return { typed, ...foldWithPlaces(readable) };
}

/** `<https://x.example|spec>` as a person would write it: spec (https://x.example). */
function linkAsWritten(...[, scheme = "", body = "", label = ""]: string[]): string {
  const address = /^http/i.test(scheme) ? scheme + body : body;
  return label === "" || address.includes(label) ? address : `${label} (${address})`;
}

/** A mention keeps its name; without one, its id is nobody's name. A channel, a group, a link says nothing to us. */
function nameInTag(tag: string, sort: string, _: string, label: string | undefined): string {
  const said = sort === "@" ? (label ?? "") : "";
  return ` ${said} `.padStart(tag.length);
}

/** The person's own words of a stretch, without the punctuation around them. */
export function wordsOf(line: Line, span: Span): string {
  const words = line.typed.slice(line.places[span.start] ?? 0, line.places[span.end] ?? line.typed.length);
  return words.replace(/^[\s,;:.!?，。；：！？、)\]]+|[\s,;:，。；：、(]+$/gu, "");
}

/** Every match of a pattern (flag g) as a span with its groups. */
export function* matchesOf(line: Line, pattern: RegExp): Generator<Span & { match: RegExpMatchArray }> {
  for (const match of line.text.matchAll(pattern)) {
    yield { start: match.index, end: match.index + match[0].length, match };
  }
}

/** The line without the letters of its names, each place kept: 去电 is no call in 去电信. */
export function withoutNames(line: Line, names: Span[]): Line {
  let text = line.text;
  for (const { start, end } of names)
    text = text.slice(0, start) + text.slice(start, end).replace(/\S/g, "\ufffc") + text.slice(end);
  return { ...line, text };
}

export const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
export const within = (inner: Span, outer: Span) => inner.start >= outer.start && inner.end <= outer.end;

/** Where a thought ends: punctuation (not in 10:30, Mr. or 2.5, nor after "todo:"), a dash, "but". */
const clauseEnd =
  /[;!?。…]+|,(?!\d{3}\b)|(?<!\b(?:to-?do|next(?: steps?)?|follow[- ]?up|action items?)|待办|下一步):(?!\d)|(?<!\b(?:mr|ms|mrs|dr|st|no|vs|min|prof))\.(?!\d)(?=\s|$|\p{Script=Han})|\s[-–—]+\s|——|(?=\sbut\s)|(?=但是?|不过|结果)/gu;

export function clausesOf(line: Line): Span[] {
  const clauses: Span[] = [];
  let start = 0;
  for (const { start: at, end } of matchesOf(line, clauseEnd)) {
    if (at > start) clauses.push({ start, end: at });
    start = end;
  }
  if (start < line.text.length) clauses.push({ start, end: line.text.length });
  return clauses.filter((clause) => line.text.slice(clause.start, clause.end).trim() !== "");
}
