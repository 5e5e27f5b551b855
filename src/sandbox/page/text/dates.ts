/** Moments as the acting person reads them: their zone, their language. */
export interface Reader {
  zone: string;
  locale: string;
  now: Date;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

export function say(reader: Reader, when: Date, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([reader.zone, reader.locale, options]);
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(reader.locale, { timeZone: reader.zone, ...options });
    formatters.set(key, formatter);
  }
  return formatter.format(when);
}

export const TIME: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const DATE: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", year: "numeric" };

/** Slack's message ids are the second they were sent in. */
export const sentAt = (ts: string): Date => new Date(Number(ts) * 1000);

export const dayOf = (reader: Reader, when: Date): string =>
  say({ ...reader, locale: "en-CA" }, when, { year: "numeric", month: "2-digit", day: "2-digit" });

/** "Today", "Yesterday", "Tomorrow" in the reader's language, or `null` when further away. */
function near(reader: Reader, when: Date): string | null {
  const days = Math.round(
    (Date.parse(dayOf(reader, when)) - Date.parse(dayOf(reader, reader.now))) / 86_400_000,
  );
  if (Math.abs(days) > 1) return null;
  const word = new Intl.RelativeTimeFormat(reader.locale, { numeric: "auto" }).format(days, "day");
  return word.charAt(0).toLocaleUpperCase(reader.locale) + word.slice(1);
}

export function dayName(reader: Reader, when: Date): string {
  const sameYear = dayOf(reader, when).slice(0, 4) === dayOf(reader, reader.now).slice(0, 4);
  const options: Intl.DateTimeFormatOptions = { weekday: "long", day: "numeric", month: "long" };
  return near(reader, when) ?? say(reader, when, sameYear ? options : { ...options, year: "numeric" });
}

function ago(reader: Reader, when: Date): string {
  const seconds = (when.getTime() - reader.now.getTime()) / 1000;
  const steps: [number, Intl.RelativeTimeFormatUnit][] = [
    [86_400, "day"],
    [3600, "hour"],
    [60, "minute"],
  ];
  const [size, unit] = steps.find(([length]) => Math.abs(seconds) >= length) ?? [1, "second"];
  return new Intl.RelativeTimeFormat(reader.locale, { numeric: "auto" }).format(
    Math.round(seconds / size),
    unit,
  );
}

type Word = (reader: Reader, when: Date) => string;

const pretty =
  (options: Intl.DateTimeFormatOptions): Word =>
  (reader, when) =>
    near(reader, when) ?? say(reader, when, options);

const written =
  (options: Intl.DateTimeFormatOptions): Word =>
  (reader, when) =>
    say(reader, when, options);

const SHORT: Intl.DateTimeFormatOptions = { ...DATE, month: "short" };
const LONG: Intl.DateTimeFormatOptions = { ...DATE, weekday: "long" };

const WORDS: Record<string, Word> = {
  date_num: dayOf,
  date: written(DATE),
  date_short: written(SHORT),
  date_long: written(LONG),
  date_pretty: pretty(DATE),
  date_short_pretty: pretty(SHORT),
  date_long_pretty: pretty(LONG),
  day_divider_pretty: dayName,
  time: written(TIME),
  time_secs: written({ ...TIME, second: "2-digit" }),
  ago,
};

/** Slack's `<!date^…>` format, "{date_short_pretty} at {time}"; an unknown word makes it fall back, as there. */
export function formatDate(reader: Reader, seconds: number, format: string, fallback: string): string {
  const when = new Date(seconds * 1000);
  if (Number.isNaN(when.getTime())) return fallback;
  const unknown = [...format.matchAll(/\{(\w+)\}/g)].some(([, word]) => !WORDS[word ?? ""]);
  if (unknown && fallback) return fallback;
  return format.replace(/\{(\w+)\}/g, (token, word: string) => WORDS[word]?.(reader, when) ?? token);
}
