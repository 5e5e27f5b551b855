/**
 * Civil dates and zones. A day travels as plain text, "2026-03-09", so that it compares with `<`, survives JSON and a
 * database column, and never slips a zone on the way. There is no clock in here: instants are handed in.
 */
import { Temporal } from "temporal-polyfill";

/** A civil date, `YYYY-MM-DD`, years 0001 to 9999. */
export type Day = string;

const shape = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
const first: Day = "0001-01-01";
const last: Day = "9999-12-31";

/** Whether a text is a day of the calendar: 2027-02-29 is not. */
export function isDay(text: string): text is Day {
  if (!shape.test(text)) return false;
  const month = Number(text.slice(5, 7));
  const date = Number(text.slice(8, 10));
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(Number(text.slice(0, 4)), month);
}

function daysInMonth(year: number, month: number): number {
  return Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}

/** The day of these three numbers, or null when the calendar has none. */
export function dayFrom(year: number, month: number, date: number): Day | null {
  const two = (n: number) => String(n).padStart(2, "0");
  const text = `${String(year).padStart(4, "0")}-${two(month)}-${two(date)}`;
  return isDay(text) ? text : null;
}

/** The civil date an instant falls on for someone living in `zone` (an IANA name). */
export function dayOf(instant: Temporal.Instant, zone: string): Day {
  return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The wall clock of an instant in `zone`, `HH:MM`. */
export function timeOf(instant: Temporal.Instant, zone: string): string {
  return instant.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: "minute" });
}

/**
 * The instant when the clocks of `zone` show `time` ("HH:MM") on `day`. An hour that spring skips is read an hour
 * later, an hour that autumn repeats is the first of the two (RFC 5545).
 */
export function instantAt(day: Day, time: string, zone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toInstant();
}

/** `n` days later, earlier when negative; it stops at the first and the last day we can write. */
export function addDays(day: Day, n: number): Day {
  const bounded = Math.max(-4_000_000, Math.min(4_000_000, Math.trunc(n)));
  const moved = Temporal.PlainDate.from(day).add({ days: bounded });
  if (moved.year < 1) return first;
  return moved.year > 9999 ? last : moved.toString();
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;
}

/** ISO: Monday 1 … Sunday 7. */
export function weekdayOf(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** The week, Monday to Sunday, a day lies in. */
export function weekOf(day: Day): { monday: Day; sunday: Day } {
  const monday = addDays(day, 1 - weekdayOf(day));
  return { monday, sunday: addDays(monday, 6) };
}

const weekdays = {
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  zh: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
};
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * A day as people say it, always with its weekday: "Mon 9 Mar", "3月9日 周一". The year is told only when it is not
 * the year of `today`; without `today` it is left out. (Own words: ICU's "Sept" and commas change between versions.)
 */
export function formatDay(day: Day, locale: "en" | "zh", today?: Day): string {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8, 10));
  const withYear = today !== undefined && today.slice(0, 4) !== day.slice(0, 4);
  const weekday = weekdays[locale][weekdayOf(day) - 1] ?? "";
  if (locale === "zh") return `${withYear ? `${year}年` : ""}${month}月${date}日 ${weekday}`;
  return `${weekday} ${date} ${months[month - 1] ?? ""}${withYear ? ` ${year}` : ""}`;
}
