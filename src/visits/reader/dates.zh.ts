/** Days as they are typed in Chinese. A week runs from Monday to Sunday: 周五 is this week's, 下周五 the next's. */
import { addDays, dayFrom, weekOf } from "../../platform/civil.ts";
import { type DateFound, dayInMonth, nearestMonth, nearestYear, weekdayOfWeek } from "./days.ts";
import { type Line, matchesOf } from "./line.ts";
import { hanNumber } from "./numbers.zh.ts";

const number = "(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})";
const weekdayWord =
  /(上+|下+|这|本|今)?(?:个)?(?:周|星期|礼拜|週)([一二三四五六日天末1-6])(?![年月])|(上上?周|下下?周|上个?星期|下个?星期|上个?礼拜|下个?礼拜|上个?月|下个?月(?!\d|[一二三])|本周|这周|月底|年底)/gu;
const near: [RegExp, number][] = [
  [/大前天/gu, -3],
  [/大后天/gu, 3],
  [/前天|前晚/gu, -2],
  [/后天|後天/gu, 2],
  [/昨天|昨晚|昨日|昨夜|昨儿|昨早|昨下午|昨上午/gu, -1],
  [/明天|明早|明晚|明日|明儿|明上午|明下午/gu, 1],
  [/今天|今早|今晚|今日|今儿|今晨|今上午|今下午|刚才|刚刚/gu, 0],
];

export function* chineseDates(line: Line): Generator<DateFound> {
  if (!/\p{Script=Han}/u.test(line.text)) return;
  yield* fullDates(line);
  yield* spansOfDays(line);
  for (const [pattern, days] of near) {
    for (const { start, end, match } of matchesOf(line, pattern)) {
      const night = match[0] === "今晚";
      yield { start, end, due: false, absolute: false, night, on: (_, today) => addDays(today, days) };
    }
  }
  yield* chineseWeekdays(line);
}

const fullDate = new RegExp(
  `(?:(\\d{4}|去|今|明)年)?(${number})月(${number})(?:[日号]|(?!\\d|个|份|底))`,
  "gu",
);
// 3号楼 is a building, 2号线 a metro line.
const dayOnly = new RegExp(
  `(?:(上|下|这|本)个?月)?(?<![\\d一二三四五六七八九十第.月])(${number})[号日](?![楼线位机门院库厂店车馆站会桌厅])`,
  "gu",
);

function* fullDates(line: Line): Generator<DateFound> {
  for (const { start, end, match } of matchesOf(line, fullDate)) {
    const [month, date] = [hanNumber(match[2]), hanNumber(match[3])];
    yield { start, end, due: false, absolute: true, on: inYear(match[1], month, date) };
  }
  for (const { start, end, match } of matchesOf(line, dayOnly)) {
    const date = hanNumber(match[2]);
    const months = { 上: -1, 下: 1 }[match[1] ?? ""] ?? 0;
    const on: DateFound["on"] = (direction, today) =>
      match[1] ? dayInMonth(months, date, today) : nearestMonth(date, direction, today);
    yield { start, end, due: false, absolute: true, on };
  }
}

function inYear(said: string | undefined, month: number, date: number): DateFound["on"] {
  return (direction, today) => {
    if (said === undefined) return nearestYear(month, date, direction, today);
    const shift = { 去: -1, 今: 0, 明: 1 }[said];
    const year = shift === undefined ? Number(said) : Number(today.slice(0, 4)) + shift;
    return dayFrom(year, month, date);
  };
}

const spanOfDays = new RegExp(
  `(${number})(天|日|个?星期|周|个?礼拜)(前|之前|后|之后|以后|内|之内|以内)`,
  "gu",
);

/** 三天前 looks back, 三天后 and 三天内 forward; 内 is a due date. */
function* spansOfDays(line: Line): Generator<DateFound> {
  for (const { start, end, match } of matchesOf(line, spanOfDays)) {
    const days = hanNumber(match[1]) * (/天|日/.test(match[2] ?? "") ? 1 : 7);
    const back = /前/.test(match[3] ?? "");
    const due = /内/.test(match[3] ?? "");
    yield { start, end, due, absolute: false, on: (_, today) => addDays(today, back ? -days : days) };
  }
}

function* chineseWeekdays(line: Line): Generator<DateFound> {
  for (const { start, end, match } of matchesOf(line, weekdayWord)) {
    const [said, which, name] = [match[0], match[1], match[2]];
    const weeks = which?.startsWith("上") ? -which.length : which?.startsWith("下") ? which.length : 0;
    const on: DateFound["on"] = (direction, today) => {
      if (!name) return vague(said, direction, today);
      const day = weekdayOfWeek(isoOf(name), weeks, today);
      // A due day or a plan that this week has already passed is next week's: promises look forward.
      return !which && direction !== "back" && day < today ? addDays(day, 7) : day;
    };
    yield { start, end, due: false, absolute: false, on };
  }
}

function isoOf(name: string): number {
  if (name === "末") return 6;
  return "一二三四五六".indexOf(name) + 1 || Number(name) || 7;
}

/** 上周, 下个月 name no day; as a due date the end of the working week or of the month will do. */
function vague(said: string, direction: string, today: string): string | null {
  if (direction !== "due" || said.startsWith("上")) return null;
  if (said === "年底") return dayFrom(Number(today.slice(0, 4)), 12, 31);
  if (/月/.test(said)) {
    const after = dayInMonth(said === "月底" ? 1 : 2, 1, today);
    return after && addDays(after, -1);
  }
  const weeks = said.startsWith("下") ? (said.match(/^下+/)?.[0].length ?? 1) : 0;
  const friday = weekdayOfWeek(5, weeks, today);
  return friday < today ? weekOf(today).sunday : friday;
}
