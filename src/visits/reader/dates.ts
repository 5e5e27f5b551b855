/**
 * Days in a line. What a word means depends on what it dates: a visit looks back, a due date forward, a plan ahead.
 * Hence a finding is a question (`on(direction)`) that is answered once its clause is known.
 */
import { englishDates } from "./dates.en.ts";
import { chineseDates } from "./dates.zh.ts";
import type { DateFound } from "./days.ts";
import { type Line, overlaps, type Span } from "./line.ts";

const dueBefore =
  /(?:\b(?:by|until|till|til|before|b4|due|deadline|latest|no later than)(?: on)?(?: the)?(?: end of)?|截止到?|最晚|最迟)[\s:]*$/u;
const dueAfter = /^\s*(?:之前|以前|前(?!天)|底前|内|以内|截止|deadline)/u;
const since = /(?:\b(?:since|starting|effective)|自从|自|从)\s*$/u;

/** All days of a line in their order; a weekday beside a full date ("Tue 3 March") is the same day said twice. */
export function datesOf(line: Line, taken: Span[]): DateFound[] {
  const found: DateFound[] = [];
  for (const date of [...englishDates(line), ...chineseDates(line)]) {
    if (taken.some((span) => overlaps(span, date)) || found.some((other) => overlaps(other, date))) continue;
    const before = line.text.slice(Math.max(0, date.start - 24), date.start);
    if (since.test(before)) continue;
    const due = date.due || dueBefore.test(before) || dueAfter.test(line.text.slice(date.end, date.end + 9));
    found.push({ ...date, due });
  }
  found.sort((a, b) => a.start - b.start);
  return found.filter((date, i) => !beside(date, found[i + 1]) && !beside(date, found[i - 1]));
}

function beside(date: DateFound, other: DateFound | undefined): boolean {
  if (!other || date.absolute || !other.absolute) return false;
  return Math.max(other.start - date.end, date.start - other.end) <= 2;
}
