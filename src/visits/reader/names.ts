/** Where the known names stand in a line. The longest name wins; what it means is decided later. */
import { fold } from "../../platform/fold.ts";
import { type Line, overlaps, type Span } from "./line.ts";
import type { Lexicon } from "./reading.ts";

export interface Mention extends Span {
  name: string;
  accounts: number[];
  people: number[];
  members: number[];
  /** A known short name inside another name: somebody new ("stranger"), or nobody can tell ("doubtful": ask). */
  as?: "stranger" | "doubtful";
}

/** Names that are English words too: only a capital inside the line makes them names. */
const alsoWords = new Set(
  "will mark bill art rich grant hope drew chase frank rob sue pat dean max guy june april august may jan sunny joy an he she so long no you in on do to my song fan sun mo see go be me us it pay man wed sat mon fri thu tue mar ten tang van ray dawn gene miles wade ward page price king young best good major min ran fan can hang bin ban bang gang wan pan tan men ping pin pen an or as at by if of up we am is are was not all new old red may".split(
    " ",
  ),
);
const alsoDates = new Set(
  "mon tue wed thu fri sat sun jan feb mar apr may jun june jul july aug april august".split(" "),
);
export const introduces = /(?:\b(?:with|met|mr|ms|mrs|dr|called|saw|and)\.?|w\/) $/;

/** "kari anne" is Kari-Anne: as long as before, so that places stay true. */
const unhyphened = (text: string) => text.replace(/[-\u2010\u2011]/g, " ");

export function mentionsOf(line: Line, lexicon: Lexicon): Mention[] {
  const found: Mention[] = [];
  const text = unhyphened(line.text);
  for (const [name, entry] of byName(lexicon)) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const mention = { ...entry, start: at, end: at + entry.name.length };
      if (standsAlone(line, mention) && meansName(line, mention)) found.push(mention);
    }
  }
  found.sort((a, b) => b.end - b.start - (a.end - a.start));
  const kept: Mention[] = [];
  for (const mention of found) if (!kept.some((other) => overlaps(other, mention))) kept.push(mention);
  return joinHalves(
    line,
    kept.sort((a, b) => a.start - b.start),
  );
}

type Entry = Omit<Mention, "start" | "end">;

function byName(lexicon: Lexicon): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const add = (names: string[], kind: "accounts" | "people" | "members", id: number) => {
    for (const name of new Set(names.map(fold))) {
      // A single Han character is never a name; a surname counts only beside a title.
      if (name === "" || /^\p{Script=Han}$/u.test(name)) continue;
      const key = unhyphened(name);
      const entry = entries.get(key) ?? { name, accounts: [], people: [], members: [] };
      if (!entry[kind].includes(id)) entry[kind].push(id);
      entries.set(key, entry);
    }
  };
  for (const account of lexicon.accounts) add(account.names, "accounts", account.id);
  for (const person of lexicon.people) add(person.names, "people", person.id);
  for (const member of lexicon.members) add(member.names, "members", member.id);
  return entries;
}

const letter = /[\p{L}\p{N}]/u;
const han = /\p{Script=Han}/u;

/** "DT" is not in "width"; Chinese needs no spaces, so Han letters beside a name do no harm. */
function standsAlone({ text }: Line, { start, end }: Span): boolean {
  const glued = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && letter.test(a) && letter.test(b) && !han.test(a) && !han.test(b);
  return !glued(text[start - 1], text[start]) && !glued(text[end - 1], text[end]);
}

/** 15 min is a length and "ran into" a verb, capital or not. */
const countsMinutes = /\d[\s-]?$/;

function meansName(line: Line, mention: Mention): boolean {
  if (mention.name === "min" && countsMinutes.test(line.text.slice(0, mention.start))) return false;
  if (mention.name === "ran" && line.text.startsWith(" into", mention.end)) return false;
  if (!alsoWords.has(mention.name) && !alsoDates.has(mention.name)) return true;
  const before = line.text.slice(0, mention.start);
  if (!isCapital(line, mention.start)) return false;
  if (alsoDates.has(mention.name)) return introduces.test(before);
  return before !== "" && !/[.!?;] $/.test(before);
}

export function isCapital(line: Line, start: number): boolean {
  return /^\p{Lu}/u.test(line.typed.slice(line.places[start] ?? 0));
}

/** "Li Wang" for Wang Li: two halves side by side that answer to one person are one mention. */
function joinHalves(line: Line, mentions: Mention[]): Mention[] {
  const joined: Mention[] = [];
  for (const mention of mentions) {
    const last = joined.at(-1);
    const shared = last?.people.filter((id) => mention.people.includes(id)) ?? [];
    const gap = last ? line.text.slice(last.end, mention.start) : "";
    if (last && shared.length > 0 && (gap === " " || gap === ", ") && last.name !== mention.name) {
      joined[joined.length - 1] = {
        ...last,
        end: mention.end,
        name: `${last.name} ${mention.name}`,
        people: shared,
      };
    } else joined.push(mention);
  }
  return joined;
}
