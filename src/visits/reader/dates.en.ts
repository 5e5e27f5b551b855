/** Days as they are typed in English. Nearness is decided by what the day dates. */
import { addDays, dayFrom, isDay, weekOf } from "../../platform/civil.ts";
import { monthDates } from "./dates.months.ts";
import { type DateFound, dayInMonth, nearestMonth, nearestYear, weekday, weekdayOfWeek } from "./days.ts";
import { type Line, matchesOf } from "./line.ts";

const weekdays: [RegExp, number][] = [
  [/^mon|^mnday/, 1],
  [/^tu|^teu/, 2],
  [/^we/, 3],
  [/^th/, 4],
  [/^fri|^fir/, 5],
  [/^sat/, 6],
  [/^sun/, 7],
];
// "sat with Jörg" is a chair, not a day. The odd spellings are what thumbs make of the long names.
const weekdayWord =
  /\b(?:(last|past|this|next|coming)\s+)?(mon(?:day)?|mnday|tue(?:s|sd|sday|sady)?|teusday|tusday|wed(?:s|nesday|ensday|nsday)?|wendsday|wensday|thu(?:r|rs|rsday|rday|sday)?|fri(?:day)?|firday|sat(?:urday|erday)?(?!\s+(?:with|w\/|down|next|in|at|through|beside))|sun(?:day)?)\b(?!')(?!\s+night football)/g;

const near: [RegExp, number][] = [
  [/\b(?:the )?day before yesterday\b/g, -2],
  [/\b(?:the )?day after (?:tomorrow|tmrw|tmr|tmw)\b/g, 2],
  [/\b(?:yesterday|yesterd?y|yday|ystrday|yest|last night|last evening)\b/g, -1],
  [/\b(?:tomorrow|tomorow|tommorow|tommorrow|tmrw|tmr|tmw|tmrow|2moro|2morrow)\b/g, 1],
  [/\b(?:today|2day|tonight|tonite|this (?:morning|afternoon|evening|noon)|just now)\b/g, 0],
];

export function* englishDates(line: Line): Generator<DateFound> {
  const plain = { due: false, absolute: false };
  for (const [pattern, days] of near) {
    for (const span of matchesOf(line, pattern)) {
      yield {
        start: span.start,
        end: span.end,
        ...plain,
        on: (_, today) => addDays(today, days),
        night: /^toni/.test(span.match[0]),
      };
    }
  }
  yield* monthDates(line);
  yield* numericDates(line);
  yield* dayNumbers(line);
  yield* englishWeekdays(line);
  yield* horizons(line);
}

function* englishWeekdays(line: Line): Generator<DateFound> {
  for (const { start, end, match } of matchesOf(line, weekdayWord)) {
    const iso = weekdays.find(([head]) => head.test(match[2] ?? ""))?.[1] ?? 1;
    const which = match[1];
    yield {
      start,
      end,
      due: false,
      absolute: false,
      on: (direction, today) => {
        if (which === "next") return weekdayOfWeek(iso, 1, today);
        if (which === "this") return weekdayOfWeek(iso, 0, today);
        if (which === "coming") return weekday(iso, "due", today);
        if (which) return weekday(iso, "back", addDays(today, -1));
        return weekday(iso, direction, today);
      },
    };
  }
}

const iso = /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/g;
const dotted = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?(?![\d.])/g;
// 24/7 and 50/50 are not days, nor is "3/4 of them".
const slashed = /(?<![\d/.])(?!24\/7)(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/%])(?!\s+of\b)/g;

function* numericDates(line: Line): Generator<DateFound> {
  const chinese = /\p{Script=Han}/u.test(line.text);
  const exact = { due: false, absolute: true };
  for (const { start, end, match } of matchesOf(line, iso)) {
    const day = dayFrom(Number(match[1]), Number(match[2]), Number(match[3]));
    yield { start, end, ...exact, on: () => day };
  }
  for (const { start, end, match } of matchesOf(line, dotted)) {
    yield { start, end, ...exact, on: inYear(Number(match[2]), Number(match[1]), match[3]) };
  }
  for (const { start, end, match } of matchesOf(line, slashed)) {
    const [a, b] = [Number(match[1]), Number(match[2])];
    if (Math.min(a, b) < 1 || Math.min(a, b) > 12 || Math.max(a, b) > 31) continue;
    // 3/4 is March in Boston and April in Leeds; only Chinese has one order. Not certain: ask.
    const uncertain = a !== b && a <= 12 && b <= 12 && !chinese;
    const monthFirst = b > 12 || (chinese && a <= 12);
    const on = monthFirst ? inYear(a, b, match[3]) : inYear(b, a, match[3]);
    yield { start, end, ...exact, on: uncertain ? () => null : on };
  }
}

function inYear(month: number, date: number, year: string | undefined): DateFound["on"] {
  if (year === undefined) return (direction, today) => nearestYear(month, date, direction, today);
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  return () => dayFrom(full, month, date);
}

/** Only "on the 12th", "by the 12th": a bare "the 2nd" is as often a meeting or a floor. */
const dayNumber =
  /\b(?<=\b(?:on|by|until|till|before) the )(\d{1,2})(?:st|nd|rd|th)\b(?!\s*(?:floor|time|of\b))/g;

function* dayNumbers(line: Line): Generator<DateFound> {
  for (const { start, end, match } of matchesOf(line, dayNumber)) {
    const date = Number(match[1]);
    yield { start, end, due: false, absolute: true, on: (way, today) => nearestMonth(date, way, today) };
  }
}

/** Ends of something are due dates; "last week" is a date nobody can put on a form. */
const horizonWord =
  /\b(end of (?:the |this )?week|eow|end of (?:the |this )?month|eom|end of (?:the )?day|eod|cob|next week|this week|last week|last month|next month|(?:the )?other day|recently)\b/g;

function* horizons(line: Line): Generator<DateFound> {
  for (const { start, end, match } of matchesOf(line, horizonWord)) {
    const said = match[1] ?? "";
    const due = /^(?:end|eo|cob)/.test(said);
    yield {
      start,
      end,
      due,
      absolute: false,
      on: (direction, today) => {
        if (/day$|eod|cob/.test(said) && due) return today;
        if (/month|eom/.test(said) && due) return lastOfMonth(today);
        if (direction !== "due" || !/week|eow/.test(said) || said === "last week") return null;
        // A working week ends on Friday; said on a Saturday, "this week" has only its Sunday left.
        const friday = weekdayOfWeek(5, said === "next week" ? 1 : 0, today);
        return friday < today ? weekOf(today).sunday : friday;
      },
    };
  }
}

function lastOfMonth(today: string): string | null {
  const first = dayInMonth(1, 1, today);
  return first && isDay(first) ? addDays(first, -1) : null;
}
