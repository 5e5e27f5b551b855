/**
 * What each part of a line is about. Thumbs leave out punctuation, so a clause is also cut where another thought
 * begins ("… she'll send it", "…答应周五前"). Every later rule asks in which kind of segment its finding stands.
 */
import * as cues from "./cues.ts";
import { clausesOf, type Line, matchesOf, overlaps, type Span, within } from "./line.ts";
import type { Mention } from "./names.ts";

export type Kind = "told" | "promise" | "follow_up" | "plan" | "absent" | "condition";

export interface Segment extends Span {
  kind: Kind;
  /** Where the words that make it so end; names and days count from here. */
  cueEnd: number;
  by: "us" | "them" | "ask";
  /** "I said ok": what was promised stands in the segment before. */
  assent: boolean;
}

interface Cue extends Span {
  kind: Kind;
  by: Segment["by"];
  assent: boolean;
}

/** Who stands right before a promise word, among the names of the line. */
export interface Sides {
  theirs: Span[];
  ours: Span[];
}

export function segmentsOf(line: Line, sides: Sides, names: Mention[]): Segment[] {
  const clauses = clausesOf(line);
  // "Will" in "Will said" is a name, no promise; a name inside a cue is its subject.
  const found = cuesOf(line, sides).filter(
    (cue) => !names.some((name) => overlaps(name, cue) && !within(name, cue)),
  );
  const segments = clauses.flatMap((clause) =>
    cut(
      line,
      clause,
      found.filter((cue) => within(cue, clause)),
    ),
  );
  const joined = joinLists(line, segments, names);
  return joined.map((segment, i) => hangsOnCondition(line, segment, joined[i - 1], joined[i + 1]));
}

function cuesOf(line: Line, sides: Sides): Cue[] {
  const found: Cue[] = [];
  const add = (cue: Cue) => {
    if (!found.some((other) => overlaps(other, cue))) found.push(cue);
  };
  const plain = { by: "ask" as const, assent: false };
  for (const { start, end } of matchesOf(line, cues.absentBefore))
    add({ start, end, kind: "absent", ...plain });
  for (const { start, end } of matchesOf(line, cues.planWords)) {
    if (!cues.negated.test(line.text.slice(Math.max(0, start - 80), start)))
      add({ start, end, kind: "plan", ...plain });
  }
  for (const { start, end } of matchesOf(line, cues.followUpWords)) {
    const before = line.text.slice(Math.max(0, start - 80), start);
    const theirNeed = cues.othersNeed.test(before) || endsWith(before, sides.theirs, start);
    if (!theirNeed && !cues.negated.test(before)) add({ start, end, kind: "follow_up", ...plain });
  }
  for (const cue of promiseCues(line, sides)) add(cue);
  for (const span of matchesOf(line, cues.dueDeeds)) {
    const theirs = sides.theirs.some((name) => overlaps(name, span));
    if (!theirs) add({ start: span.start, end: span.end, kind: "follow_up", ...plain });
  }
  return found.sort((a, b) => a.start - b.start);
}

function* promiseCues(line: Line, sides: Sides): Generator<Cue> {
  for (const { pattern, by, assent } of cues.promiseWords) {
    for (const { start, end, match } of matchesOf(line, pattern)) {
      const before = line.text.slice(Math.max(0, start - 80), start);
      if (cues.negated.test(before) || cues.denied.test(line.text.slice(end, end + 12))) continue;
      if (by === null && cues.wished.test(before)) continue;
      if (by === "us" && /[让请叫求望]$/u.test(before)) continue;
      const { who, from } = by ? { who: by, from: start } : promiser(before, start, sides);
      // "it will fix", "legal will check": a will without a person is a forecast; "…, will send" is the speaker's or theirs.
      const forecast = /^(?:will|gonna|is going)/.test(match[0]) && !/(?:^|[,;.!?]| and) ?$/.test(before);
      if (who === "ask" && forecast) continue;
      const silent = /^(?:了|的)?\s*(?:[,;.。!?]|$)/u.test(line.text.slice(end, end + 40));
      yield { start: from, end, kind: "promise", by: who, assent: silent && (assent || by === null) };
    }
  }
}

const adverbs =
  /(?:\s|\b(?:also|has|have|already|then|just|even|again)\b|'ve|'s|也|就|都|已经?|当场|口头|还|又|便|先|初步|当面)*$/u;

/** Who promises, and where the words about it begin: "Wang Li has promised", 我答应. */
function promiser(before: string, start: number, sides: Sides): { who: Segment["by"]; from: number } {
  const subject = before.replace(adverbs, "");
  const end = start - (before.length - subject.length);
  const pronoun = subject.match(
    /(?:\b(?:i|we|he|she|they)|我们?|咱们?|我方|他们?|她们?|对方|客户|甲方)$/u,
  )?.[0];
  const name = [...sides.ours, ...sides.theirs].find((span) => span.end === end);
  if (pronoun) return { who: /^[iw我咱]/u.test(pronoun) ? "us" : "them", from: end - pronoun.length };
  if (!name) return { who: "ask", from: start };
  return { who: sides.ours.includes(name) ? "us" : "them", from: name.start };
}

const endsWith = (before: string, spans: Span[], at: number) =>
  spans.some(({ end }) => end === at - (before.length - before.trimEnd().length));

/** A clause, cut before every cue; what stands before the first is told. */
function cut(line: Line, clause: Span, found: Cue[]): Segment[] {
  const told = { kind: "told" as const, by: "ask" as const, assent: false };
  const segments: Segment[] = [];
  const starts = [{ ...told, start: clause.start, end: clause.start }, ...found];
  starts.forEach((cue, i) => {
    const end = starts[i + 1]?.start ?? clause.end;
    if (line.text.slice(cue.start, end).trim() === "") return;
    segments.push({ start: cue.start, end, cueEnd: cue.end, kind: cue.kind, by: cue.by, assent: cue.assent });
  });
  return segments;
}

/** "met Wang Li, Chen and Zhao": a clause of nothing but names goes on with the one before. */
function joinLists(line: Line, segments: Segment[], names: Mention[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    let rest = line.text.slice(segment.start, segment.end);
    for (const name of names.filter((n) => within(n, segment)))
      rest = rest.replace(line.text.slice(name.start, name.end), "");
    const onlyNames =
      names.some((n) => within(n, segment)) && /^(?:[\s&、/]|\b(?:and|or)\b|和|跟|与|及)*$/u.test(rest);
    if (last && onlyNames && segment.kind === "told")
      joined[joined.length - 1] = { ...last, end: segment.end };
    else joined.push(segment);
  }
  return joined;
}

/** A promise that hangs on something, in its own words or in the clause beside it, is none. */
function hangsOnCondition(line: Line, segment: Segment, before?: Segment, after?: Segment): Segment {
  const text = line.text.slice(segment.start, segment.end);
  const opens = (other?: Segment) =>
    other !== undefined && cues.startsCondition.test(line.text.slice(other.start, other.end));
  const loose = cues.conditional.test(text) || opens(before) || opens(after);
  if (segment.kind === "promise" && loose) return { ...segment, kind: "condition" };
  return segment.kind === "told" && cues.startsCondition.test(text)
    ? { ...segment, kind: "condition" }
    : segment;
}
