/** Which day a word means, seen from today. Told of a visit it looks back, of a due date forward. */
import { addDays, type Day, dayFrom, daysBetween, weekdayOf, weekOf } from "../../platform/civil.ts";
import type { Span } from "./line.ts";

/** `back`: a visit told of. `ahead`: a meeting to come, today included. `due`: the day a promise falls due. */
export type Direction = "back" | "ahead" | "due";

export interface DateFound extends Span {
  /** null: the words are a date, but which day is not certain. */
  on: (direction: Direction, today: Day) => Day | null;
  /** "by wed", "周五前": a due date, never the day of the visit. */
  due: boolean;
  /** Names a day of the calendar ("3 March"), and so outranks a weekday beside it. */
  absolute: boolean;
  /** "tonight", 今晚: past midnight it still means the evening that has just been. */
  night?: boolean;
}

/** Told today, "tues" is the last Tuesday; today's own weekday is today; due and ahead look the other way. */
export function weekday(iso: number, direction: Direction, today: Day): Day {
  const now = weekdayOf(today);
  if (direction === "back") return addDays(today, -((now - iso + 7) % 7));
  const days = (iso - now + 7) % 7;
  return addDays(today, days === 0 && direction === "due" ? 7 : days);
}

/** The weekday of the Monday-to-Sunday week that lies `weeks` away. */
export function weekdayOfWeek(iso: number, weeks: number, today: Day): Day {
  return addDays(weekOf(today).monday, weeks * 7 + iso - 1);
}

/** A date without its year is the nearest such day; a due date the next one. 29 February waits for a leap year. */
export function nearestYear(month: number, date: number, direction: Direction, today: Day): Day | null {
  const year = Number(today.slice(0, 4));
  const days = [-1, 0, 1].flatMap((n) => dayFrom(year + n, month, date) ?? []);
  return closest(days, direction, today);
}

/** "the 12th", "6号": the nearest day of that number; a due date the next one. */
export function nearestMonth(date: number, direction: Direction, today: Day): Day | null {
  const months = [-2, -1, 0, 1, 2].flatMap((n) => dayInMonth(n, date, today) ?? []);
  return closest(months, direction, today);
}

/** The day of a month `n` months away, or null when that month is too short. */
export function dayInMonth(n: number, date: number, today: Day): Day | null {
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + n;
  return dayFrom(Math.floor(month / 12), (month % 12) + 1, date);
}

function closest(days: Day[], direction: Direction, today: Day): Day | null {
  const allowed = direction === "back" ? days : days.filter((day) => day >= today);
  const distance = (day: Day) => Math.abs(daysBetween(today, day));
  return allowed.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}
