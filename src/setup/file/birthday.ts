import { type Day, dayFrom } from "../../platform/civil.ts";
import { type DateOrder, readDate } from "./dates.ts";
import { numberOf, yearOf } from "./numerals.ts";

export type Calendar = "gregorian" | "lunar";

export interface Birthday {
  /** Null when only the day is known, as people often tell it. */
  year: number | null;
  month: number;
  day: number;
  /** The month is a leap month of the lunar calendar. */
  leapMonth: boolean;
  calendar: Calendar;
}

export type Unread = "unread" | "needs_order";

const LUNAR_WORD = /农历|農曆|阴历|陰曆|旧历|舊曆|lunar|\(lunar\)/giu;
const SOLAR_WORD = /公历|阳历|新历|gregorian|solar/giu;
/** 农历一九六一年闰八月十五: year, leap month, month, day. */
const HAN_DATE =
  /^(?:([〇零一二三四五六七八九\d]{4})年)?(闰|閏)?([正一二三四五六七八九十冬腊臘\d]{1,2})月(初?[一二三四五六七八九十廿卅\d]{1,3})([日号號]?)$/u;
const HAN_DIGIT = /[初一二三四五六七八九十廿卅]/u;

/**
 * Reads a birthday as lists write it: 1961-05-12, 12/05/1961, 12 May, --05-12, 1990年5月12日, 农历八月十五.
 * `calendar` is what the file says beside it; without it the words decide, and figures are Gregorian.
 */
export function readBirthday(
  written: string,
  { order, calendar, today }: { order: DateOrder | undefined; calendar: Calendar | undefined; today: Day },
): Birthday | Unread {
  const lunar = written.search(LUNAR_WORD) >= 0;
  const text = written
    .replace(LUNAR_WORD, " ")
    .replace(SOLAR_WORD, " ")
    .replace(/[()（）]|^\s*[:：]/gu, " ")
    .trim();
  const han = HAN_DATE.exec(text.replaceAll(" ", ""));
  if (han !== null) return hanDate(han, lunar ? "lunar" : calendar, today);
  // A lunar 30 February exists; the ordinary reader would refuse it.
  const date = readDate(text, { order, today, anyDay: lunar || calendar === "lunar" });
  if (typeof date === "string") return date;
  return checked({ ...date, leapMonth: false, calendar: lunar ? "lunar" : (calendar ?? "gregorian") }, today);
}

/** 八月十五 in Chinese numerals, without 日, is how the lunar day is written; 初 and 廿 are never anything else. */
function hanDate(parts: RegExpExecArray, told: Calendar | undefined, today: Day): Birthday | Unread {
  const [, yearWord, leap, monthWord = "", dayWord = "", mark] = parts;
  const month = numberOf(monthWord);
  const day = numberOf(dayWord);
  const year = yearWord === undefined ? null : yearOf(yearWord);
  if (month === undefined || day === undefined || year === undefined) return "unread";
  const sounds = leap !== undefined || /[初廿卅]/u.test(dayWord) || (HAN_DIGIT.test(dayWord) && mark === "");
  const calendar = told ?? (sounds ? "lunar" : "gregorian");
  return checked(
    { year, month, day, leapMonth: leap !== undefined && calendar === "lunar", calendar },
    today,
  );
}

function checked(birthday: Birthday, today: Day): Birthday | Unread {
  const { year, month, day, calendar } = birthday;
  if (year !== null && (year < 1900 || year > Number(today.slice(0, 4)))) return "unread";
  if (calendar === "lunar") return month >= 1 && month <= 12 && day >= 1 && day <= 30 ? birthday : "unread";
  // 2000 has a 29 February, so a birthday without a year may fall on it.
  const date = dayFrom(year ?? 2000, month, day);
  return date !== null && (year === null || date <= today) ? birthday : "unread";
}
