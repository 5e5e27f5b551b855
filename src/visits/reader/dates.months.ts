/**
 * English dates by month and by distance: "12th of March", "two weeks ago", "in a fortnight". Own rules: chrono-node
 * needs 30 ms and 8 MB to load and 140 ms for its first two lines, takes 3/4 for American and decides years itself.
 */
import { addDays, type Day, dayFrom } from "../../platform/civil.ts";
import { type DateFound, dayInMonth, nearestYear } from "./days.ts";
import { type Line, matchesOf } from "./line.ts";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const month =
  "(jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const date = "(\\d{1,2})(?:st|nd|rd|th)?";
const year = "(?:,? (\\d{4})\\b)?";
const dayFirst = new RegExp(`\\b${date}(?: of)? ${month}\\b\\.?${year}`, "g");
// "March 3pm", "May 10%" and "Dec 12 people" are no days.
const monthFirst = new RegExp(`\\b${month}\\.? ${date}\\b(?![:.]\\d|%| ?(?:am|pm|people|min))${year}`, "g");

export function* monthDates(line: Line): Generator<DateFound> {
  for (const { start, end, match } of matchesOf(line, dayFirst))
    yield dated(start, end, match[2], match[1], match[3]);
  for (const { start, end, match } of matchesOf(line, monthFirst))
    yield dated(start, end, match[1], match[2], match[3]);
  yield* distances(line);
}

function dated(start: number, end: number, name = "", number = "", said?: string): DateFound {
  const monthNumber = months.indexOf(name.slice(0, 3)) + 1;
  const on: DateFound["on"] = (direction, today) =>
    said
      ? dayFrom(Number(said), monthNumber, Number(number))
      : nearestYear(monthNumber, Number(number), direction, today);
  return { start, end, due: false, absolute: true, on };
}

const counts = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const count = "(\\d{1,3}|an?|a couple of|couple of|one|two|three|four|five|six|seven|eight|nine|ten)";
const distance = new RegExp(
  `\\b(?:(in|within) )?${count} (day|week|fortnight|month)s?(?: (ago|back|from now|later)\\b|(?=$|[\\s,.;!?)]))`,
  "g",
);

function* distances(line: Line): Generator<DateFound> {
  for (const { start, end, match } of matchesOf(line, distance)) {
    const [, ahead, number = "", unit = "", after] = match;
    // "two weeks" alone is a length; only "ago" and "in" make it a day.
    if (!ahead && !after) continue;
    const n = /couple/.test(number) ? 2 : /^an?$/.test(number) ? 1 : Number(number) || counts.indexOf(number);
    const way = /ago|back/.test(after ?? "") ? -n : n;
    yield { start, end, due: ahead === "within", absolute: false, on: (_, today) => away(way, unit, today) };
  }
}

/** A month from the 31st is the last day of a shorter month. */
function away(n: number, unit: string, today: Day): Day | null {
  if (unit !== "month") return addDays(today, n * ({ week: 7, fortnight: 14 }[unit] ?? 1));
  const dates = [0, 1, 2, 3].map((less) => dayInMonth(n, Number(today.slice(8, 10)) - less, today));
  return dates.find((day) => day !== null) ?? null;
}
