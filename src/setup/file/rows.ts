import type { Day } from "../../platform/civil.ts";
import type { Grade, Level } from "../../policy/index.ts";
import type { Channel, VisitType } from "../../visits/index.ts";
import type { Code, Problem } from "../problems.ts";
import { type Birthday, type Calendar, readBirthday } from "./birthday.ts";
import { COLUMNS, type Column, type Kind, type Layout } from "./columns.ts";
import type { Line } from "./csv.ts";
import { type DateOrder, readDate } from "./dates.ts";
import { calendarOf, channelOf, gradeOf, levelOf, roleOf, visitTypeOf, yesNoOf } from "./words.ts";

/** What each kind of cell becomes. */
interface Values {
  words: string;
  text: string;
  list: string[];
  email: string;
  looseEmail: string;
  yesNo: boolean;
  count: number;
  grade: NonNullable<Grade>;
  level: Level;
  role: "rep" | "executive";
  calendar: Calendar;
  birthday: Birthday;
  day: Day;
  visitType: VisitType;
  channel: Channel;
}

/** A row as the file says it; null is an empty cell, which keeps what is there. */
export type Row<K extends Kind> = { line: number } & {
  [C in Column<K>]:
    | ((typeof COLUMNS)[K][C] extends keyof Values ? Values[(typeof COLUMNS)[K][C]] : never)
    | null;
};

interface Reading {
  order: DateOrder | undefined;
  today: Day;
  /** What the row's other cell says of the birthday's calendar. */
  calendar: Calendar | undefined;
}

/** A cell that could not be read: why, and the words to show. */
class Unread {
  readonly code: Code;
  readonly words: string[];
  constructor(code: Code, ...words: string[]) {
    this.code = code;
    this.words = words;
  }
}

const EMAIL = /^[^\s@;,<>]+@[^\s@;,<>]+\.[^\s@;,<>]+$/u;

const READERS: { [T in keyof Values]: (cell: string, reading: Reading) => Values[T] | Unread } = {
  words: (cell) => cell.replace(/\s+/gu, " "),
  text: (cell) => cell,
  list: (cell) => [
    ...new Set(
      cell
        .split(/[;；]/u)
        .map((word) => word.trim().replace(/\s+/gu, " "))
        .filter((word) => word !== ""),
    ),
  ],
  email: (cell) => emailIn(cell) ?? new Unread("not_an_email", cell),
  looseEmail: (cell) => emailIn(cell) ?? new Unread("email_left_out", cell),
  yesNo: (cell) => yesNoOf(cell) ?? new Unread("not_yes_or_no", cell),
  count: (cell) => (/^\d{1,6}(?:\.0+)?$/u.test(cell) ? Number(cell) : new Unread("not_a_number", cell)),
  grade: (cell) => gradeOf(cell) ?? new Unread("grade_unknown", cell),
  level: (cell) => levelOf(cell) ?? new Unread("level_unknown", cell),
  role: (cell) => roleOf(cell) ?? new Unread("word_unknown", cell, "rep", "executive"),
  calendar: (cell) => calendarOf(cell) ?? new Unread("birthday_unread", cell),
  birthday(cell, reading) {
    const birthday = readBirthday(cell, reading);
    if (typeof birthday !== "string") return birthday;
    return new Unread(birthday === "needs_order" ? "birthday_needs_order" : "birthday_unread", cell);
  },
  day(cell, reading) {
    const date = readDate(cell, reading);
    if (date === "needs_order") return new Unread("date_needs_order", cell);
    if (date === "unread" || date.year === null) return new Unread("not_a_date", cell);
    return dayText(date.year, date.month, date.day);
  },
  visitType: (cell) => visitTypeOf(cell) ?? new Unread("word_unknown", cell, "visit", "meal", "review", "…"),
  channel: (cell) => channelOf(cell) ?? new Unread("word_unknown", cell, "in_person", "video", "phone"),
};

const emailIn = (cell: string): string | undefined => {
  const bare = /<([^<>]+)>$/u.exec(cell)?.[1] ?? cell.replace(/^mailto:/iu, "");
  return EMAIL.test(bare) ? bare.toLowerCase() : undefined;
};
const dayText = (year: number, month: number, day: number): Day =>
  [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");

/** What lists write for "nothing". */
const NOTHING = /^(?:[-–—]+|n\/?a|#n\/a|null|none|nil)$/iu;
/** Control characters have no business in a name; PostgreSQL takes no NUL at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is removed
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;

/** @returns the row, and what is odd about its cells; a cell that can't be read counts as empty. */
export function readRow<K extends Kind>(
  kind: K,
  { line, cells }: Line,
  layout: Layout<K>,
  options: { order: DateOrder | undefined; today: Day },
): { row: Row<K>; problems: Problem[] } {
  const problems: Problem[] = [];
  const raw = (key: string) => {
    const place = layout.at.get(key as Column<K>);
    const cell =
      place === undefined ? "" : (cells[place.index] ?? "").replace(CONTROL, "").normalize("NFC").trim();
    return NOTHING.test(cell) ? "" : cell;
  };
  const reading = { ...options, calendar: calendarOf(raw("birthdayCalendar")) };
  const row: Record<string, unknown> = { line };
  for (const [key, type] of Object.entries(COLUMNS[kind]) as [Column<K>, keyof Values][]) {
    const cell = raw(key);
    const header = layout.at.get(key)?.header ?? key;
    const value = cell === "" ? null : READERS[type](cell, reading);
    if (value instanceof Unread)
      problems.push({ line, column: header, code: value.code, detail: value.words });
    row[key] = value instanceof Unread || (Array.isArray(value) && value.length === 0) ? null : value;
    if (cell.includes("\ufffd"))
      problems.push({ line, column: header, code: "damaged_text", detail: [cell] });
  }
  return { row: row as Row<K>, problems };
}
