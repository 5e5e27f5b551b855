/** Hours, parts of the day and how long it took. */
import { type Line, matchesOf, overlaps, type Span } from "./line.ts";
import { hanNumber } from "./numbers.zh.ts";
import type { PartOfDay } from "./reading.ts";

export interface TimeFound extends Span {
  /** `HH:MM`. */
  at: string;
}

const clock =
  /\b(\d{1,2})(?:[:.](\d{2}))?\s?(am|pm|a\.m\.|p\.m\.)(?![a-z])|(?<![\d:.])(\d{1,2}):(\d{2})(?![\d:])|\b(?:at |@ ?)(\d{1,2})(?=$|[\s,;)])(?!\s*(?:%|people|sites?|of|percent|eur|usd|k\b|min))|\b(noon|midday)\b/g;
const chineseClock =
  /(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|今早|明早|今晚|明晚|昨晚|早|晚)?(\d{1,2}|[一二两三四五六七八九十]{1,3})点(半|[一三]刻|(\d{1,2}|[一二三四五六七八九十]{2,3})分?)?(?!建议|意见|要求|问题|需求|想法|内容|反馈|[几多])/gu;

export function timesOf(line: Line, taken: Span[]): TimeFound[] {
  const found: TimeFound[] = [];
  for (const { start, end, match } of matchesOf(line, clock)) {
    const at = match[7] ? "12:00" : englishTime(match);
    if (at && !taken.some((span) => overlaps(span, { start, end }))) found.push({ start, end, at });
  }
  for (const { start, end, match } of matchesOf(line, chineseClock)) {
    const at = chineseTime(match);
    if (at) found.push({ start, end, at });
  }
  return found.sort((a, b) => a.start - b.start);
}

function englishTime(match: RegExpMatchArray): string | null {
  const half = match[3]?.[0];
  const hour = Number(match[1] ?? match[4] ?? match[6]);
  const minute = Number(match[2] ?? match[5] ?? 0);
  if (half) return hour < 1 || hour > 12 ? null : written((hour % 12) + (half === "p" ? 12 : 0), minute);
  return written(match[6] ? workingHour(hour) : hour, minute);
}

function chineseTime(match: RegExpMatchArray): string | null {
  const [, part, hours, rest, minutes] = match;
  // 一点问题 and 有点 are "a little"; a lone Chinese number is a time only beside a part of the day or minutes.
  if (!part && !rest && !/^\d/.test(hours ?? "")) return null;
  const minute =
    rest === "半" ? 30 : rest === "一刻" ? 15 : rest === "三刻" ? 45 : minutes ? hanNumber(minutes) : 0;
  const hour = hanNumber(hours);
  if (!part) return written(workingHour(hour), minute);
  const late = /下午|傍晚|晚/.test(part) || (part === "中午" && hour < 11);
  return written(late && hour < 12 ? hour + 12 : hour, minute);
}

/** Nobody meets a customer at four in the night: a bare 1 to 6 is the afternoon. */
const workingHour = (hour: number) => (hour >= 1 && hour <= 6 ? hour + 12 : hour);

function written(hour: number, minute: number): string | null {
  if (!(hour <= 23 && minute <= 59)) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

const parts: [PartOfDay, RegExp][] = [
  ["morning", /\b(?:morning|breakfast)\b|早上|上午|今早|昨早|明早|早餐/u],
  ["noon", /\b(?:noon|midday|lunch)\b|中午|午饭|午餐/u],
  ["afternoon", /\bafternoon\b|下午/u],
  ["evening", /\b(?:evening|tonight|tonite|last night|dinner)\b|晚上|今晚|昨晚|明晚|前晚|晚饭|晚餐|傍晚/u],
];

export function partOfDay(line: Line): PartOfDay | null {
  const places = parts.map(([part, pattern]) => ({ part, at: line.text.search(pattern) }));
  const said = places.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at);
  return said[0]?.part ?? null;
}

const length =
  /(?<!\b(?:in|every|within|for the next) )\b(\d{1,3}(?:\.\d)?|half an|an|a half)[\s-]?(mins?|minutes?|hours?|hrs?|h)\b(?!\s*(?:late|delay|walk|away|drive|ago|from|before))|\b(half[- ]hour|half an hour)\b/g;
const chineseLength =
  /(\d{1,3}|[一二两三四五六七八九十]{1,3}|半)(?:个(半)?)?(分钟|小时|钟头|刻钟)(半)?(?![内后前以之])/gu;

/** How long the meeting took, in minutes, when it is said. */
export function minutesOf(line: Line): number | null {
  for (const { match } of matchesOf(line, length)) {
    if (match[3] || match[1] === "half an" || match[1] === "a half") return 30;
    const count = match[1] === "an" ? 1 : Number(match[1]);
    return Math.round(match[2]?.startsWith("m") ? count : count * 60);
  }
  for (const { match } of matchesOf(line, chineseLength)) {
    const count = match[1] === "半" ? 0.5 : hanNumber(match[1]);
    const unit = match[3] === "分钟" ? 1 : match[3] === "刻钟" ? 15 : 60;
    return Math.round((count + (match[2] || match[4] ? 0.5 : 0)) * unit);
  }
  return null;
}
