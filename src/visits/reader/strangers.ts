/** People no list knows: a capitalised name after "met", a seat ("the new security guy", 有个新来的女主任). */

import { type Line, matchesOf, overlaps, type Span, wordsOf } from "./line.ts";
import { isCapital } from "./names.ts";
import type { Named } from "./people.ts";
import { monthsAndNames, notNames } from "./words.en.ts";
import { surnames } from "./words.zh.ts";

const afterMeeting =
  /(?:\b(?:with|met|meet|saw|visited|called|phoned|rang|lunch|dinner|breakfast|coffee|drinks|and|missed)|w\/|[&+,])\s+(?=((?:[\p{L}][\p{L}'.-]*\s?){1,3}))/gu;

/** Latin names are believed only when they begin with a capital where a person is expected. */
export function unknownNames(line: Line, taken: Span[]): Named[] {
  const found: Named[] = [];
  const titled = [...matchesOf(line, seatWords)].flatMap(({ end }) => {
    const from = afterTitle(line, end, taken);
    const rest = upToThreeWords.exec(line.text.slice(from, from + 60))?.[0] ?? "";
    // "the CTO of Svea Mobil": one word behind the account's short name is rather its own second half.
    const whole = from === end + 1 || (capitalRun(line, from, rest) && /^\S+ \S/u.test(rest));
    return whole ? [{ from, rest }] : [];
  });
  const met = [...matchesOf(line, afterMeeting)].map(({ end, match }) => ({
    from: end,
    rest: match[1] ?? "",
  }));
  for (const { from, rest } of [...met, ...titled]) {
    const span = capitalRun(line, from, rest);
    if (!span || [...taken, ...found].some((other) => overlaps(other, span))) continue;
    const words = wordsOf(line, span);
    found.push({ ...span, found: { is: "unknown", name: words, addressed: false, words }, accounts: [] });
  }
  return [...found, ...unknownHan(line, [...taken, ...found])];
}

/** U0BEN is a Slack id, nobody's name. */
const isId = (line: Line, end: number) => /^[\p{N}_]/u.test(line.text.slice(end, end + 1));

/** The words from there on that are written as a name is; `shouting`: ABB counts as well. */
export function capitalRun(line: Line, from: number, words: string, shouting = false): Span | null {
  let end = from;
  for (const { 0: word, index } of words.matchAll(/\S+/gu)) {
    const typed = line.typed.slice(line.places[from + index], line.places[from + index + word.length]);
    const shouted =
      !shouting && typed.length > 1 && typed === typed.toUpperCase() && typed !== typed.toLowerCase();
    const plain = word.replace(/'s$/, "").replace(/[.']/g, "");
    if (
      !isCapital(line, from + index) ||
      shouted ||
      isId(line, from + index + word.length) ||
      notNames.has(plain) ||
      monthsAndNames.has(plain)
    )
      break;
    end = from + index + word.replace(/(?:'s)?[.,]?$/u, "").length;
  }
  return end > from ? { start: from, end } : null;
}

// A Chinese name needs a fence on both sides: without spaces every third word looks like one.
const hanName = new RegExp(
  `(?<=见了?|拜访了?|和|跟|与|、|约了?|陪)((?:${surnames.pairs}|[${surnames.singles}])\\p{Script=Han}{1,2})(?=$|[、,。;\\s]|和|跟|与|吃|喝|开会|聊|谈|见面|交流|说|通话|打电话)`,
  "gu",
);

function unknownHan(line: Line, taken: Span[]): Named[] {
  return [...matchesOf(line, hanName)].flatMap(({ start, end }) => {
    if (taken.some((other) => overlaps(other, { start, end }))) return [];
    const words = wordsOf(line, { start, end });
    return [
      { start, end, found: { is: "unknown" as const, name: words, addressed: false, words }, accounts: [] },
    ];
  });
}

const role =
  "(?:guy|gal|lady|woman|man|girl|person|head(?: of (?:\\p{L}+))?|manager|director|lead|engineer|officer|assistant|secretary|buyer|vp|boss|chief|deputy|cto|cio|ceo|cfo|coo|ciso)";
const seatWords = new RegExp(
  `\\b(?:(?:the|an?|some|their|his|her) new|(?<=(?:\\b(?:with|met|meet|saw|and|called|plus|missed)|w\\/|[&+,]) )(?:the|an?|some|their|his|her))((?: (?!new\\b|that\\b|who\\b)\\p{L}+){0,2}? ${role})\\b`,
  "gu",
);
const hanSeat =
  /(?:有个|有一个|有位|有一位|来了个|来了位|还有个|还有位|一个|一位|个|位)?(?:新来的?|新任的?|新上任的?|新换的?|不认识的?)(?:一个|一位|个|位)?([女男]|年轻的?)?(\p{Script=Han}{0,4}?(?:主任|总经理|经理|处长|总监|科长|部长|局长|院长|主管|总工|副总|秘书|助理|工程师|采购(?!部?(?:经理|主任|总监|主管|部长|负责人))|负责人|领导|组长))|(?:有个|有一个|有位|有一位|来了个|来了位)([女男])?(\p{Script=Han}{0,4}?(?:主任|总经理|经理|处长|总监|科长|部长|局长|院长|主管|总工|副总|秘书|助理|工程师|负责人|领导|组长))/gu;

const upToThreeWords = /^(?:\p{L}[\p{L}'.-]* ?){1,3}/u;

/** Where a name may follow its title: "the new CTO Karl", "the new CTO of Svea Mobil Karl". */
function afterTitle(line: Line, end: number, taken: Span[]): number {
  const of = /^ (?:of|at|from|for) /.exec(line.text.slice(end, end + 6))?.[0].length;
  const home = of && taken.find(({ start }) => start === end + of);
  const at = home ? home.end : end;
  return line.text[at] === " " ? at + 1 : line.text.length;
}

/** A role without a name. Whether it is a man or a woman is not kept: "女主任" is a 主任. */
export function seatsOf(line: Line, taken: Span[], named: Span[] = []): Named[] {
  const found: Named[] = [];
  for (const { start, end, match } of [...matchesOf(line, seatWords), ...matchesOf(line, hanSeat)]) {
    const said = (match[2] ?? match[4] ?? match[1] ?? "").trim().replace(/^new /, "");
    const title = said.replace(/(?<=\S) (?:lady|gal|woman|man|girl)$/, "");
    const aboutNamed = taken.some((other) => overlaps(other, { start, end }));
    const follows = afterTitle(line, end, taken);
    if (named.some((other) => other.start === follows)) continue;
    if (aboutNamed || /^(?:guy|gal|lady|woman|man|girl|person)$/.test(title)) continue;
    found.push({
      start,
      end,
      found: { is: "seat", title, words: wordsOf(line, { start, end }) },
      accounts: [],
    });
  }
  return found;
}

const theirPerson =
  /^(?:'s (?:\p{L}+ )?(assistant|secretary|deputy|boss|colleague|team|successor)|的?(秘书|助理|手下|下属|老板|副手))/u;

/** "Priya's assistant", 吴总的秘书: the one named is not the one met. Returns the seat, or null when a name follows. */
export function standsFor(line: Line, named: Named, others: Span[]): Named | "someone" | null {
  const match = theirPerson.exec(line.text.slice(named.end, named.end + 40));
  if (!match) return null;
  const end = named.end + match[0].length;
  if (others.some((other) => other.start >= end && other.start <= end + 1)) return "someone";
  const title = match[1] ?? match[2] ?? "";
  return {
    start: named.start,
    end,
    accounts: [],
    found: { is: "seat", title, words: wordsOf(line, { start: named.start, end }) },
  };
}
