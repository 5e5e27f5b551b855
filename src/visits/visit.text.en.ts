import { type Day, formatDay } from "../platform/civil.ts";
import type { Remark } from "./draft.ts";
import type { NotEffective } from "./effective.ts";
import type { AnswerProblem, Channel, VisitType } from "./visit.ts";

const people = (n: number) => (n === 1 ? "1 person" : `${n} people`);

const types: Record<VisitType, string> = {
  visit: "Visit",
  reception: "Reception",
  presentation: "Presentation",
  technical_exchange: "Technical exchange",
  company_visit: "Company visit",
  reference_site_visit: "Reference-site visit",
  onsite_meeting: "On-site meeting",
  management_study: "Management study",
  executive_visit: "Executive visit",
  onsite_service: "On-site service",
  review: "Review",
  training: "Training",
  event: "Event",
  meal: "Meal",
  chance_meeting: "Chance meeting",
};

const channels: Record<Channel, string> = { in_person: "In person", video: "Video", phone: "Phone" };

const problems: Record<AnswerProblem, string> = {
  account_missing: "Pick the account you met.",
  attendees_missing: "Pick at least one person, or add someone.",
  attendees_too_many: "At most 50 people at one visit.",
  day_missing: "Pick a day.",
  day_too_far: "Pick a day of the last ten years or the next one.",
  text_too_long: "Keep it under 3,000 characters.",
  minutes_wrong: "Minutes are a number from 1 to 1440.",
  step_missing: "Say what the next step is, or clear its date.",
  answer_unreadable: "This answer can't be read. Pick it again.",
  colleague_refused: "Guests, apps and people of other organisations can't be named here.",
  somebody_gone: "Somebody picked here no longer exists. Pick again.",
};

const notEffective: Record<NotEffective, string> = {
  planned: "it is planned",
  phone_too_short: "a phone call counts from 10 minutes",
  nobody_named: "nobody is named yet",
  outcome_too_short: "say a little more about the outcome (15 characters)",
};

const remarks: Record<Remark["about"], (words: string) => string> = {
  account_is_a_guess: () => "The account is a guess from the people.",
  account_unclear: () => "More than one account answers to that: pick it.",
  account_unknown: (words) => `I don't know the account “${words}”: pick it.`,
  person_unclear: (words) => `More than one person answers to “${words}”: pick who it was.`,
  person_unknown: (words) => `I don't know “${words}” yet: search or add them.`,
  date_not_understood: () => "I didn't understand the day: check it.",
  direction_unclear: () => "I read a promise, but not whose: it stays in the outcome.",
  date_to_agree: () => "A promise without a date: it stays in the outcome.",
  under_ten_minutes: () => "A phone call counts from 10 minutes.",
  only_a_touch: () => "A mail or message isn't a visit. Save it only if you met or spoke.",
  nobody_met: () => "Nobody was met, as I read it.",
  not_met: (words) => `Not met: ${words}.`,
  colleague_not_in_slack: (words) => `${words} isn't in this Slack and can't be named here.`,
  too_many_people: () => "Only the first 50 people are filled in.",
  plan_found: (words) =>
    `A later meeting is mentioned${words ? ` (${words})` : ""}: log it as its own visit.`,
};

export const en = {
  language: "en" as "en" | "zh",
  logTitle: "Log a visit",
  editTitle: "Edit visit",
  save: "Save",
  cancel: "Cancel",
  close: "Close",
  account: "Account",
  accountHint: "Search an account",
  attendees: "Who did you meet?",
  attendeesHint: "Search people, or type a name to add it",
  metOn: "When",
  metOnHint: "A day to come plans the visit.",
  type: "Type",
  outcome: "Outcome",
  outcomeHint: "What did you learn? What did the customer say?",
  nextStep: "Next step",
  nextStepHint: "What will you do next?",
  nextStepDue: "Due",
  more: "More details",
  metAt: "Time",
  channel: "Channel",
  minutes: "Minutes",
  colleagues: "Colleagues present",
  types,
  channels,
  problem: (code: AnswerProblem) => problems[code],
  noAccounts:
    "There are no accounts yet. Customer management imports them: npm run import -- accounts accounts.csv",
  understood: (summary: string) => `I read: ${summary}`,
  found: (known: number, said: number) => `${known} of ${people(said)} found`,
  remark: ({ about, words }: Remark) => remarks[about](words),
  opening: "One moment …",

  saved: (account: string) => `Visit saved: ${account}`,
  planned: (account: string) => `Visit planned: ${account}`,
  cutOff:
    "This line is longer than 3,000 characters. The form holds its beginning; here is all of it, to copy from:",
  deleted: (account: string) => `Visit deleted: ${account}`,
  draftOf: (account: string | null) => (account ? `Save this visit to ${account}?` : "Which account was it?"),
  doesntCount: (reasons: NotEffective[]) =>
    `Saved; doesn't count: ${reasons.map((reason) => notEffective[reason]).join(", ")}.`,
  covered: (account: string, covered: number, total: number, change: number) =>
    `${account}: ${covered} of ${total} covered${change ? `, ${change > 0 ? "+" : "−"}${Math.abs(change)}` : ""}`,
  headcountUnset: (departments: number) =>
    `headcount unset in ${departments === 1 ? "1 department" : `${departments} departments`}`,
  nextDue: (day: Day, today: Day) =>
    `${day < today ? "overdue since" : "next by"} ${formatDay(day, "en", today)}`,
  notYetMet: "not yet met",
  seatToFill: "seat to fill",
  willBeAdded: "will be added",
  step: (words: string, due: string | null) => `Next step: ${words}${due ? `, by ${due}` : ""}`,
  minutesLong: (minutes: number) => `${minutes} min`,
  with: (names: string[]) => `with ${names.join(", ")}`,
  together: "with",
  andMore: (n: number) => `and ${n} more`,
  edit: "Edit",
  undo: "Undo",
  remove: "Delete visit",
  restore: "Restore",
  saveDraft: "Save",
  change: "Change",
  confirmRemove: "The visit leaves every number. Its card lets you restore it.",
  keep: "Keep it",
  undoOvertaken: "This visit has changed since. Its card shows what stands now.",
  undoTooLate: "Undo is for the first ten minutes. “Edit” and “Delete visit” are always there.",
  openingFailed: "This form could not be prepared. Close it and try again; nothing was lost.",
  changedMeanwhile:
    "Somebody changed this visit while you were writing. Theirs is below, yours is in the fields: “Save” keeps yours, “Cancel” keeps theirs.",
  theirs: (parts: string[]) => `Theirs: ${parts.join(" · ")}`,
  goneVisit: "This visit was deleted. Its card lets you restore it.",
  draftGone: "This draft was saved or dropped already.",
  lineTooLong:
    "A line of more than 3,000 characters is too long for one visit. Nothing of it was saved: send it in parts.",
  tooManyLines: (most: number) => `I read the first ${most} lines. Send the others as another message.`,
  help: "Tell me whom you met, in a line: “lunch with Wang Li yesterday, wants a new price”. Several lines are several visits. Or type /visit.",
  helpCommand:
    "`/visit` opens the form; `/visit lunch with Wang Li yesterday, wants a new price` fills it in first. Nothing is saved until you press Save.",
};

export type VisitText = typeof en;
