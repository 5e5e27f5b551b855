import { z } from "zod";
import { addDays, type Day, isDay } from "../platform/civil.ts";

export const VISIT_TYPES = [
  "visit",
  "reception",
  "presentation",
  "technical_exchange",
  "company_visit",
  "reference_site_visit",
  "onsite_meeting",
  "management_study",
  "executive_visit",
  "onsite_service",
  "review",
  "training",
  "event",
  "meal",
  "chance_meeting",
] as const;
export type VisitType = (typeof VISIT_TYPES)[number];

/** Apart from the type: how it took place. */
export const CHANNELS = ["in_person", "video", "phone"] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a visit says, with everybody known by id. */
export interface VisitFacts {
  accountId: number;
  metOn: Day;
  /** `HH:MM` */
  metAt: string | null;
  type: VisitType;
  channel: Channel;
  minutes: number | null;
  outcome: string;
  attendeeIds: number[];
  colleagueIds: number[];
  nextStep: string | null;
  nextStepDue: Day | null;
}

/** What an edit replaced. Whether it was still a plan is not derived again: nobody said it took place. */
export interface VisitBefore extends VisitFacts {
  planned: boolean;
}

/** What can be wrong with an answer. The text has a sentence for each, shown beside its field. */
export type AnswerProblem =
  | "account_missing"
  | "attendees_missing"
  | "attendees_too_many"
  | "day_missing"
  | "day_too_far"
  | "text_too_long"
  | "minutes_wrong"
  | "step_missing"
  | "answer_unreadable"
  | "colleague_refused"
  | "somebody_gone";

const problem = (code: AnswerProblem) => ({ error: code });
/** Of an outcome or a next step, in characters; Slack's own limit for an input. A longer line is never cut silently. */
export const LONGEST_TEXT = 3000;
const longText = z.string().max(LONGEST_TEXT, problem("text_too_long")).default("");
const id = z
  .string(problem("account_missing"))
  .regex(/^\d{1,9}$/, problem("account_missing"))
  .transform(Number);

/** A search answers with ids; `new:Wang Li` is somebody to write down, `seat:security lead` a role without a name. */
const attendee = z
  .string()
  .regex(/^(\d{1,9}|(new|seat):.*\S.*)$/su, problem("attendees_missing"))
  .transform((value) => {
    const rest = value.slice(value.indexOf(":") + 1).trim();
    if (value.startsWith("new:")) return { name: rest };
    return value.startsWith("seat:") ? { title: rest } : Number(value);
  });

const FURTHEST_AHEAD = 366;
const FURTHEST_BACK = 3660;

/** The form *Log a visit*: each key is the field's name in Slack, so an issue's path is where Slack shows it. */
export const visitAnswers = (today: Day) =>
  z
    .object({
      account: id,
      attendees: z
        .array(attendee, problem("attendees_missing"))
        .min(1, problem("attendees_missing"))
        .max(50, problem("attendees_too_many")),
      metOn: z
        .string(problem("day_missing"))
        .refine(isDay, problem("day_missing"))
        .refine(
          (day) => day >= addDays(today, -FURTHEST_BACK) && day <= addDays(today, FURTHEST_AHEAD),
          problem("day_too_far"),
        ),
      type: z.enum(VISIT_TYPES, problem("answer_unreadable")).default("visit"),
      outcome: longText,
      nextStep: longText,
      nextStepDue: z.string().refine(isDay, problem("day_missing")).optional(),
      metAt: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, problem("answer_unreadable"))
        .optional(),
      channel: z.enum(CHANNELS, problem("answer_unreadable")).default("in_person"),
      minutes: z
        .string()
        .regex(/^\d{1,4}$/, problem("minutes_wrong"))
        .transform(Number)
        .refine((minutes) => minutes > 0 && minutes <= 1440, problem("minutes_wrong"))
        .optional(),
      colleagues: z.array(z.string()).max(50, problem("attendees_too_many")).default([]),
    })
    .refine((answers) => !answers.nextStepDue || answers.nextStep.trim() !== "", {
      path: ["nextStep"],
      ...problem("step_missing"),
    });
export type VisitAnswers = z.infer<ReturnType<typeof visitAnswers>>;

/**
 * A visit of a day to come is planned; so is one whose day has passed while nobody has said what came of it.
 * `today` is the author's.
 */
export const isPlanned = (
  visit: Pick<VisitFacts, "metOn" | "outcome">,
  today: Day,
  before?: Pick<VisitBefore, "planned" | "metOn" | "outcome">,
): boolean =>
  visit.metOn > today ||
  (before?.planned === true && before.metOn === visit.metOn && before.outcome === visit.outcome);

/** Undo is for the first ten minutes; editing and deleting are for always. */
export const UNDO_MINUTES = 10;
