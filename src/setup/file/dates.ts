import { type Day, dayFrom } from "../../platform/civil.ts";

/** What the first figure of 05/12/1961 is. */
export type DateOrder = "dmy" | "mdy";

export interface DateParts {
  year: number | null;
  month: number;
  day: number;
}
export type DateUnread = "unread" | "needs_order";

interface Reading {
  order: DateOrder | undefined;
  today: Day;
  /** Accept days the Gregorian month does not have. */
  anyDay?: boolean;
}

/** Month names of the languages sales lists come in, told by the platform; read once. */
const monthNames = (() => {
  let known: Map<string, number> | undefined;
  return () => {
    known ??= new Map(
      ["en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "pl"].flatMap((locale) =>
        (["long", "short"] as const).flatMap((month) => {
          const format = new Intl.DateTimeFormat(locale, { month, day: "numeric", timeZone: "UTC" });
          return Array.from({ length: 12 }, (_, at): [string, number] => {
            const parts = format.formatToParts(new Date(Date.UTC(2000, at, 1)));
            return [plain(parts.find((part) => part.type === "month")?.value ?? ""), at + 1];
          });
        }),
      ),
    ).set("sept", 9);
    return known;
  };
})();
const plain = (word: string) =>
  word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\.$/u, "");

/** Reads a date as files write it. A day and a month that could be either are not guessed. */
export function readDate(written: string, reading: Reading): DateParts | DateUnread {
  const text = written.trim().replace(/[T ]00:00(?::00(?:\.0+)?)?Z?$/u, "");
  const found =
    isoDate(text) ??
    chineseDate(text) ??
    serialDate(text) ??
    figures(text, reading) ??
    monthByName(text, reading);
  if (found === undefined) return "unread";
  if (typeof found === "string") return found;
  const { year, month, day } = found;
  const exists = dayFrom(year ?? 2000, month, day) !== null || (reading.anyDay && month <= 12 && day <= 30);
  return exists ? found : "unread";
}

const parts = (year: string | undefined, month: string | undefined, day: string | undefined): DateParts => ({
  year: year === undefined ? null : Number(year),
  month: Number(month),
  day: Number(day),
});

function isoDate(text: string): DateParts | undefined {
  const full = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/u.exec(text);
  if (full) return parts(full[1], full[3], full[4]);
  const basic = /^((?:19|20)\d\d)(\d\d)(\d\d)$/u.exec(text);
  if (basic) return parts(basic[1], basic[2], basic[3]);
  const yearless = /^--(\d{1,2})-?(\d{1,2})$/u.exec(text);
  return yearless ? parts(undefined, yearless[1], yearless[2]) : undefined;
}

function chineseDate(text: string): DateParts | undefined {
  const match = /^(?:(\d{4})\s*年)?\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]?$/u.exec(text);
  return match ? parts(match[1], match[2], match[3]) : undefined;
}

/** Excel keeps a day as the count of days since 30 December 1899 (22413, 22413.0). */
function serialDate(text: string): DateParts | undefined {
  const match = /^(\d{4,5})(?:\.0+)?$/u.exec(text);
  const serial = Number(match?.[1]);
  if (!match || serial < 3000 || (serial < 2100 && !text.includes("."))) return undefined;
  const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 12/05/1961, 12.05.61, 12-05: dots are only ever written day first. */
function figures(text: string, { order, today }: Reading): DateParts | DateUnread | undefined {
  const match = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d\d)?)?$/u.exec(text);
  if (!match) return undefined;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const year = match[4] === undefined ? null : fullYear(match[4], today);
  const dayFirst =
    first > 12
      ? "dmy"
      : second > 12
        ? "mdy"
        : first === second
          ? "dmy"
          : (order ?? (match[2] === "." ? "dmy" : undefined));
  if (dayFirst === undefined) return "needs_order";
  return dayFirst === "dmy" ? { year, month: second, day: first } : { year, month: first, day: second };
}

/** Two figures are the latest year that is not in the future. */
function fullYear(written: string, today: Day): number {
  if (written.length === 4) return Number(written);
  const century = Number(today.slice(0, 2)) * 100;
  const year = century + Number(written);
  return year > Number(today.slice(0, 4)) ? year - 100 : year;
}

/** 12 May 1961, May 12, 12. Mai 1961, 12 de mayo de 1961, Sat, May 12th, 1961. */
function monthByName(text: string, { today }: Reading): DateParts | undefined {
  const words = text.split(/[\s,/-]+|(?<=\d)\.(?=\s|$)|\bde\b|\bof\b/u).filter((word) => word);
  const months = words.flatMap((word) => monthNames().get(plain(word)) ?? []);
  const numbers = words.flatMap((word) => /^'?(\d{1,4})(?:st|nd|rd|th|er|º|\.)?$/iu.exec(word)?.[1] ?? []);
  const [month] = months;
  if (months.length !== 1 || month === undefined || numbers.length === 0 || numbers.length > 2)
    return undefined;
  const yearAt = numbers.findIndex((number) => number.length === 4);
  const year = yearAt >= 0 ? numbers[yearAt] : numbers[1];
  const day = Number(numbers[yearAt === 0 ? 1 : 0]);
  if (!(day >= 1 && day <= 31)) return undefined;
  return { year: year === undefined ? null : fullYear(year, today), month, day };
}
