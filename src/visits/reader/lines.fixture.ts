/** The people of the example lines, and a reading told in few words: what it does not mention, it did not take. */
import { fold } from "../../platform/fold.ts";
import { type Found, type Lexicon, type Reading, readLine } from "./index.ts";

const person = (
  id: number,
  accountId: number,
  name: string,
  names: string[],
  surname: string | null = null,
) => ({
  id,
  accountId,
  name,
  names: [name, ...names].map(fold),
  surname,
});
const account = (id: number, name: string, names: string[]) => ({
  id,
  name,
  names: [name, ...names].map(fold),
});
const member = (id: number, name: string) => ({ id, name, names: [fold(name)] });

/** Ana speaks; Ben and Viktor are ours. There are two Chens at Acme and a Priya in one account only. */
export const cast: Lexicon = {
  me: 1,
  members: [member(1, "Ana"), member(2, "Ben"), member(3, "Viktor")],
  accounts: [
    account(10, "Deutsche Telekom", ["DT", "德电"]),
    account(11, "Acme", ["acme corp"]),
    account(12, "中国移动", ["移动", "China Mobile"]),
    account(13, "华南设计院", []),
    account(14, "Ericsson", ["爱立信"]),
  ],
  people: [
    person(100, 10, "Jörg Müller", ["Jörg", "Müller"]),
    person(101, 11, "Priya Nair", ["Priya", "Nair"]),
    person(102, 11, "Wang Li", ["Wang", "Li"]),
    person(103, 12, "王建国", ["王总"], "王"),
    person(104, 12, "李敏", [], "李"),
    person(105, 12, "吴刚", ["吴总"], "吴"),
    person(106, 13, "周强", ["老周"], "周"),
    person(107, 13, "何苗", [], "何"),
    person(108, 11, "Lena Chen", ["Lena", "Chen"]),
    person(109, 11, "Tom Chen", ["Tom", "Chen"]),
    person(110, 13, "张伟", [], "张"),
    person(111, 13, "张丽", [], "张"),
    person(112, 10, "Will Öztürk", ["Will", "Öztürk"]),
    person(113, 14, "Seán O’Brien", ["Seán", "O’Brien"]),
  ],
};

/** Said by Ana on Monday 9 March 2026 at 18:30, unless said otherwise. */
export const read = (line: string, today = "2026-03-09", now = "18:30") =>
  readLine(line, { today, now, lexicon: cast });

function shownIn({ people }: Lexicon, found: Found | null): string {
  if (found === null) return "?";
  if (found.is === "person") return people.find(({ id }) => id === found.id)?.name ?? `person ${found.id}`;
  if (found.is === "unclear") return `one of ${found.candidates.join(", ")}`;
  if (found.is === "seat") return `seat: ${found.title}`;
  return `unknown: ${found.name}${found.addressed ? " (form of address)" : ""}`;
}

/** Everything a reading took, nothing that is empty. */
export function taken(reading: Reading, lexicon: Lexicon = cast): Record<string, unknown> {
  const shown = (found: Found | null) => shownIn(lexicon, found);
  const all = {
    account: reading.account && lexicon.accounts.find(({ id }) => id === reading.account)?.name,
    accounts: reading.accountCandidates,
    place: reading.accountUnknown,
    people: reading.people.map(shown),
    notMet: reading.notMet.map(shown),
    on: reading.metOn,
    at: reading.at,
    part: reading.partOfDay,
    type: reading.type,
    channel: reading.channel,
    minutes: reading.minutes,
    ours: reading.colleagues.map((id) => lexicon.members.find((ours) => ours.id === id)?.name),
    promises: reading.promises.map(({ by, due, words }) => `${by}, ${due ?? "no date"}: ${words}`),
    voices: reading.voices.map(({ kind, by, words }) => `${kind} by ${shown(by)}: ${words}`),
    next: reading.nextStep && `${reading.nextStep.due ?? "no date"}: ${reading.nextStep.words}`,
    plans: reading.plans.map(
      ({ people, metOn, at }) => `${people.map(shown).join(", ")} ${metOn}${at ? ` ${at}` : ""}`,
    ),
    secret: reading.keepSource,
    doubts: reading.doubts,
  };
  return Object.fromEntries(
    Object.entries(all).filter(
      ([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
