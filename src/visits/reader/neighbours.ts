/**
 * Whose name a short name is. "Zoë" is Zoë Ångström only while no word beside it is left over from another name: in
 * "Zoë Miller" and "Peter Ångström" somebody new is named, and the known person must not be put in the form for them.
 */
import { type Line, overlaps } from "./line.ts";
import { introduces, type Mention } from "./names.ts";
import { hanNeighbour } from "./neighbours.zh.ts";
import type { Lexicon } from "./reading.ts";
import { type Bearers, bearersOf, keysOf, runsOf, type Word, word, wordsIn } from "./runs.ts";
import { pinyinSurnames } from "./words.en.ts";

const han = /\p{Script=Han}/u;

export function neighboursOf(line: Line, mentions: Mention[], lexicon: Lexicon): Mention[] {
  const bearers = bearersOf(lexicon);
  const judged = mentions.flatMap((mention) =>
    han.test(mention.name) && mention.people.length + mention.members.length > 0
      ? hanNeighbour(line, mention, mentions, lexicon)
      : [mention],
  );
  const words = wordsIn(line, judged, bearers);
  const decided = runsOf(line, words, bearers).flatMap((run) => decide(line, run, bearers) ?? []);
  const kept = judged.filter((mention) => !decided.some((other) => overlaps(other, mention)));
  return [...kept, ...decided]
    .sort((a, b) => a.start - b.start)
    .map((mention) => accountFirst(line, mention));
}

/** The one mention a run comes to, or null when every name in it stands as it is. */
function decide(line: Line, run: Word[], bearers: Bearers): Mention | null {
  const [first] = run;
  const last = run.at(-1);
  const known = [...new Set(run.flatMap(({ mention }) => mention ?? []))];
  if (!first || !last || known.length === 0) return null;
  const span = { start: first.start, end: last.end, name: line.text.slice(first.start, last.end) };
  const nobody = { ...span, accounts: [], people: [], members: [] };
  const everybody = [...new Set(known.flatMap(({ people }) => people))];
  const ask = { ...nobody, people: everybody, as: "doubtful" as const };
  const stranger = { ...nobody, as: "stranger" as const };

  const fitting = [...new Set(known.flatMap(keysOf))].filter((key) => fits(run, key, bearers));
  const spare = run.filter(({ mention, is }) => mention === null && is !== "particle");
  if (fitting.length > 0) {
    const people = fitting.filter((key) => key > 0);
    const members = fitting.filter((key) => key < 0).map((key) => -key);
    return spare.length === 0 ? null : { ...nobody, people, members };
  }
  const sure = spare.some(({ is }) => is === "name");
  if (spare.length > 0 && everybody.length > 0) {
    const oneWord = everybody.some((id) => bearers.names.get(id)?.length === 1);
    const halves = known.length > 1 && everybody.some((id) => known.every((m) => m.people.includes(id)));
    const whole = run.some(({ is }) => is === "whole");
    return !sure || oneWord || halves || whole ? ask : stranger;
  }
  if (spare.length > 0) return sure ? stranger : null;
  if (known.length < 2 || everybody.length === 0) return null;
  return known.length === 2 && isGivenAndFamily(known, bearers) ? stranger : ask;
}

/** Every word of the run is a word of the person's name, or its first letter. */
function fits(run: Word[], key: number, bearers: Bearers): boolean {
  const own = [...(bearers.words.get(key) ?? [])];
  const spelled = own.map(withoutUmlaut);
  return run.every(
    ({ text, is }) =>
      spelled.includes(withoutUmlaut(text)) ||
      is === "particle" ||
      (text.length === 1 && own.some((w) => w.startsWith(text))),
  );
}

/** Müller, folded to muller, is Mueller on a keyboard without it. */
const withoutUmlaut = (text: string) => text.replace(/([aou])e/g, "$1");

/** One person's first name and another's last: a third person, whoever of the two was meant. */
function isGivenAndFamily([given, family]: Mention[], bearers: Bearers): boolean {
  if (!given || !family) return false;
  const names = (mention: Mention) => keysOf(mention).map((key) => bearers.names.get(key) ?? []);
  const ends = (mention: Mention) => mention.name.match(word)?.at(-1);
  const isFirst = names(given).some((name) => name[0] === given.name);
  return (
    isFirst &&
    (pinyinSurnames.has(family.name) || names(family).some((n) => n.length > 1 && n.at(-1) === ends(family)))
  );
}

/** "at Mueller" is the account although a Jürgen Mueller is known: only somebody met is a person then. */
function accountFirst(line: Line, mention: Mention): Mention {
  const met = introduces.test(line.text.slice(Math.max(0, mention.start - 12), mention.start));
  const both = mention.accounts.length > 0 && mention.people.length + mention.members.length > 0;
  return both && !met ? { ...mention, people: [], members: [] } : mention;
}
