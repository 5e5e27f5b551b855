/** Which day belongs to what: the visit, a promise, a to-do, a meeting agreed for later. */
import { addDays, type Day } from "../../platform/civil.ts";
import { isOver } from "./contact.ts";
import type { DateFound, Direction } from "./days.ts";
import { type Line, type Span, within, wordsOf } from "./line.ts";
import type { Found, Reading } from "./reading.ts";
import type { Segment } from "./segments.ts";
import type { TimeFound } from "./times.ts";

export interface Agenda {
  line: Line;
  today: Day;
  /** `HH:MM`. */
  now: string;
  segments: Segment[];
  dates: DateFound[];
  times: TimeFound[];
  /** Everybody and every account named. */
  names: Span[];
  /** The line without those names: cues are read here. */
  plain: Line;
}

const inside = <T extends Span>(found: T[], part: Span) =>
  found.filter((item) => item.start >= part.start && item.start < part.end);

const ahead =
  /\b(?:going to|gonna|will (?:meet|visit|see|call|be at)|(?:i'm|i am|we're|we are) (?:meeting|seeing|visiting|calling)|planned|planning|upcoming|plan to)\b|计划|打算|准备(?:去|见|拜访)|要(?:去|见|拜访)/u;

/**
 * The day of the visit: the first day that is told; null with a doubt when its words name no certain day. In a line
 * about a meeting that is over, a day to come belongs to something else ("met Priya … tomorrow's call").
 */
export function visitDay(
  agenda: Agenda,
  told: Span[],
  planned: boolean,
): { metOn: Day | null; certain: boolean } {
  const { line, today } = agenda;
  const days = told.flatMap((part) => inside(agenda.dates, part)).filter((date) => !date.due);
  const direction: Direction = planned || ahead.test(line.text) ? "ahead" : "back";
  const read = days.map((date) => ({ date, day: date.on(direction, dayTold(agenda, date, direction)) }));
  const over = !planned && isOver(line, told);
  const possible = read.filter(
    ({ date, day }) => !over || day === null || day <= today || bareWeekday(line.text, date),
  );
  const metOn = possible[0]?.day ?? null;
  // 周五 is this week's by rule; a Friday that is yet to come and already over (吃了) is worth a question.
  return { metOn, certain: read.length === 0 || (metOn !== null && !(over && metOn > today)) };
}

const dayTold = ({ today, now }: Agenda, date: DateFound, direction: Direction): Day =>
  date.night && now < "05:00" && direction === "back" ? addDays(today, -1) : today;

const bareWeekday = (text: string, date: Span) =>
  /^(?:周|星期|礼拜|週)/u.test(text.slice(date.start, date.end));

export const visitTime = (agenda: Agenda, told: Span[]): string | null =>
  told.flatMap((part) => inside(agenda.times, part))[0]?.at ?? null;

export function promisesOf(agenda: Agenda): Reading["promises"] {
  return agenda.segments.flatMap((segment, i) => {
    if (segment.kind !== "promise") return [];
    const before = agenda.segments[i - 1];
    const span = segment.assent && before ? { start: before.start, end: segment.end } : segment;
    return [{ words: wordsOf(agenda.line, span), by: segment.by, due: dueOf(agenda, segment, before) }];
  });
}

export function nextStepOf(agenda: Agenda): Reading["nextStep"] {
  const isStep = (step: Segment) =>
    step.kind === "follow_up" || (step.kind === "promise" && isMine(agenda, step));
  const steps = agenda.segments.filter(isStep);
  if (steps.length === 0) return null;
  const words = steps.map((step) => wordsOf(agenda.line, step).replace(heading, "")).join("; ");
  const dates = steps.map((step) => dueOf(agenda, step, agenda.segments[agenda.segments.indexOf(step) - 1]));
  return { words, due: dates.find((due) => due !== null) ?? null };
}

/** "todo:" announces the step and is no part of it. */
const heading = /^(?:to-?do|next(?: steps?)?|follow[- ]?up|action items?|待办|下一步)\s*[:：]\s*/iu;

/** "I'll send the plan" is a step of the speaker's too; said to somebody ("I'll send Priya …") it is a promise alone. */
const isMine = ({ line, names }: Agenda, part: Segment) =>
  /^(?:and )?i(?:'?ll| will) (?!.*\b(?:him|her|them)\b)/.test(line.text.slice(part.start, part.end)) &&
  !names.some((name) => within(name, part));

/** A due date in the words themselves; before them only if it says so ("by wed she'll send it") or was agreed to. */
function dueOf({ dates, today }: Agenda, segment: Segment, before: Segment | undefined): Day | null {
  const earlier =
    before && before.kind !== "promise" ? inside(dates, before).filter((d) => d.due || segment.assent) : [];
  const found = inside(dates, segment)[0] ?? earlier.at(-1);
  const due = found?.on("due", today) ?? null;
  return due !== null && due >= today ? due : null;
}

/** `whom`: who is named there, else who was missed, else who was met. */
export function plansOf(
  agenda: Agenda,
  plans: Segment[],
  whom: (plan: Segment) => Found[],
): Reading["plans"] {
  return plans.flatMap((plan) => {
    const metOn = inside(agenda.dates, plan)[0]?.on("ahead", agenda.today) ?? null;
    return metOn === null
      ? []
      : [{ people: whom(plan), metOn, at: inside(agenda.times, plan)[0]?.at ?? null }];
  });
}
