import type { Day } from "../platform/civil.ts";
import { type Locale, type Spelled, spelledFor } from "../team/index.ts";
import type { Doubt, Found, Lexicon, Reading } from "./reader/index.ts";
import type { Channel, VisitType } from "./visit.ts";

/** A choice as a picker shows it. `value` is what the form submits. */
export interface Choice {
  value: string;
  /** A name, or the title of a seat. */
  text: string;
}

/** What the form shows before anybody has pressed Save: everything may still be open. */
export interface Draft {
  account: Choice | null;
  attendees: Choice[];
  metOn: Day;
  metAt: string | null;
  type: VisitType;
  channel: Channel;
  minutes: number | null;
  outcome: string;
  nextStep: string;
  nextStepDue: Day | null;
  /** Slack ids. */
  colleagues: string[];
}

/** The reader's lexicon with the spelling each reader is shown. */
export interface KnownNames extends Lexicon {
  accounts: (Lexicon["accounts"][number] & Spelled)[];
  people: (Lexicon["people"][number] & Spelled)[];
}

/** What the reader was unsure of, with the words it concerns: said above the fields, never decided silently. */
export interface Remark {
  about: Doubt | "colleague_not_in_slack" | "person_unknown" | "too_many_people" | "not_met" | "plan_found";
  words: string;
}

/** As the form's rule has it. */
const MOST_ATTENDEES = 50;
/** A picker's value in Slack. */
const LONGEST_CHOICE = 75;

export const blankDraft = (today: Day): Draft => ({
  account: null,
  attendees: [],
  metOn: today,
  metAt: null,
  type: "visit",
  channel: "in_person",
  minutes: null,
  outcome: "",
  nextStep: "",
  nextStepDue: null,
  colleagues: [],
});

interface Surroundings {
  today: Day;
  lexicon: KnownNames;
  slackIds: ReadonlyMap<number, string>;
  locale: Locale;
}

/** Turns what was read into a pre-filled form. What is unclear stays open and is remarked on. */
export function draftOf(
  reading: Reading,
  { today, lexicon, slackIds, locale }: Surroundings,
): { draft: Draft; remarks: Remark[] } {
  const account = lexicon.accounts.find((each) => each.id === reading.account);
  const draft: Draft = {
    ...blankDraft(today),
    account: account ? { value: String(account.id), text: spelledFor(account, locale) ?? "" } : null,
    attendees: reading.people
      .flatMap((found) => choiceFor(found, lexicon, locale) ?? [])
      .slice(0, MOST_ATTENDEES),
    metOn: reading.metOn ?? today,
    metAt: reading.at,
    type: reading.type ?? "visit",
    channel: reading.channel ?? "in_person",
    minutes: reading.minutes,
    outcome: reading.outcome,
    nextStep: reading.nextStep?.words ?? "",
    nextStepDue: reading.nextStep?.due ?? null,
    colleagues: reading.colleagues.flatMap((id) => slackIds.get(id) ?? []),
  };
  return { draft, remarks: remarksOn(reading, lexicon, locale) };
}

/**
 * Somebody of the line as a picker holds them; null is asked for instead. A full name nobody knows may be added; a form
 * of address (王总) is nobody's name. A longer value would make Slack refuse the whole form.
 */
function choiceFor(found: Found, lexicon: KnownNames, locale: Locale): Choice | null {
  if (found.is === "person") {
    const person = lexicon.people.find((each) => each.id === found.id);
    return person ? { value: String(person.id), text: spelledFor(person, locale) ?? "" } : null;
  }
  if (found.is === "unclear" || (found.is === "unknown" && found.addressed)) return null;
  const text = found.is === "seat" ? found.title : found.name;
  const value = `${found.is === "seat" ? "seat" : "new"}:${text}`;
  return value.length <= LONGEST_CHOICE ? { value, text } : null;
}

function remarksOn(reading: Reading, lexicon: KnownNames, locale: Locale): Remark[] {
  const about = reading.doubts
    .filter((doubt) => doubt !== "person_unclear")
    .map((doubt) => ({
      about: doubt,
      words: doubt === "account_unknown" ? (reading.accountUnknown ?? "") : "",
    }));
  const unclear = reading.people
    .filter((found) => found.is === "unclear")
    .map((found) => ({ about: "person_unclear" as const, words: found.words }));
  const unknown = reading.people
    .filter((found) => found.is !== "unclear" && choiceFor(found, lexicon, locale) === null)
    .map((found) => ({ about: "person_unknown" as const, words: found.words }));
  const absent = reading.notMet.map((found) => ({ about: "not_met" as const, words: found.words }));
  const plans = reading.plans.map((plan) => ({
    about: "plan_found" as const,
    words: plan.people.map((found) => found.words).join(", "),
  }));
  const many =
    reading.people.length > MOST_ATTENDEES ? [{ about: "too_many_people" as const, words: "" }] : [];
  return [...about, ...unclear, ...unknown, ...many, ...absent, ...plans];
}
