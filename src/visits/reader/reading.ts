/**
 * What the one-line reader knows and what it says. The reader is pure: the store gathers the names a line may mean,
 * the reader proposes, the person decides. Dates are civil, `YYYY-MM-DD`.
 */

/** Names a line may mean. Every entry of `names` and `surname` is folded by `fold()`. */
export interface Lexicon {
  /** The member who speaks. */
  me: number;
  /** `names`: name, native name, aliases. */
  accounts: { id: number; name: string; names: string[] }[];
  /** `names`: full name, native name, aliases, addressed-as, given and family names. `surname`: a Chinese family name alone. */
  people: { id: number; accountId: number; name: string; names: string[]; surname: string | null }[];
  members: { id: number; name: string; names: string[] }[];
}

export type Found =
  | { is: "person"; id: number; words: string }
  /** Two or more people answer to these words: ask. */
  | { is: "unclear"; candidates: number[]; words: string }
  /** A role without a name: "the new security guy", 有个新来的女主任. `title` is shown: "security guy", "主任". */
  | { is: "seat"; title: string; words: string }
  /** A name nobody known answers to; a form of address (王总) keeps `addressed`, never a full name. */
  | { is: "unknown"; name: string; addressed: boolean; words: string };

export type VisitType =
  | "visit"
  | "reception"
  | "presentation"
  | "technical_exchange"
  | "company_visit"
  | "reference_site_visit"
  | "onsite_meeting"
  | "management_study"
  | "executive_visit"
  | "onsite_service"
  | "review"
  | "training"
  | "event"
  | "meal"
  | "chance_meeting";
/** Said without an hour: "last night", 昨晚. */
export type PartOfDay = "morning" | "noon" | "afternoon" | "evening";
export type Channel = "in_person" | "video" | "phone";

export type Doubt =
  | "account_is_a_guess" // all named people share one account
  | "account_unclear" // several accounts answer
  | "account_unknown" // "at Acme", and no account answers
  | "person_unclear"
  | "date_not_understood"
  | "direction_unclear" // a promise whose direction is not said
  | "date_to_agree" // a promise without a date
  | "under_ten_minutes"
  | "only_a_touch" // mail, message: not a visit
  | "nobody_met";

export interface Reading {
  account: number | null;
  /** More than one account answers to the words: shown as a question. */
  accountCandidates: number[];
  /** A place right after the people that no account answers to ("at Acme"); the account is then left open. */
  accountUnknown: string | null;
  people: Found[];
  /** Named as not met: never an attendee. */
  notMet: Found[];
  /** null when the line names no day (the form then shows today). */
  metOn: string | null;
  /** `HH:MM` when said. */
  at: string | null;
  partOfDay: PartOfDay | null;
  type: VisitType | null;
  channel: Channel | null;
  minutes: number | null;
  colleagues: number[];
  /** The person's own words with the command parts kept: what goes into Outcome. Never shortened. */
  outcome: string;
  nextStep: { words: string; due: string | null } | null;
  promises: { words: string; by: "us" | "them" | "ask"; due: string | null }[];
  /** `by`: who said it, when the line leaves no choice. */
  voices: { kind: "complaint" | "request" | "praise" | "rival_praise"; words: string; by: Found | null }[];
  keepSource: boolean;
  /** Meetings agreed for later that are not the visit told of (约了下周二): offered, never saved. */
  plans: { people: Found[]; metOn: string; at: string | null }[];
  doubts: Doubt[];
}
