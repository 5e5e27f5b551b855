import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import {
  addDays,
  dayFrom,
  dayOf,
  daysBetween,
  formatDay,
  instantAt,
  isDay,
  timeOf,
  weekdayOf,
  weekOf,
} from "./civil.ts";

const at = (text: string) => Temporal.Instant.from(text);
const anyDay = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test("the same instant is another day elsewhere", () => {
  const late = at("2026-03-09T23:30:00Z");
  expect(dayOf(late, "Europe/Berlin")).toBe("2026-03-10");
  expect(dayOf(late, "America/New_York")).toBe("2026-03-09");
  expect(timeOf(late, "Asia/Shanghai")).toBe("07:30");
});

test("a clock that changes for summer skips no day and repeats none", () => {
  expect(dayOf(at("2026-03-28T23:30:00Z"), "Europe/Berlin")).toBe("2026-03-29");
  expect(timeOf(at("2026-03-29T01:00:00Z"), "Europe/Berlin")).toBe("03:00");
  expect(instantAt("2026-03-29", "02:30", "Europe/Berlin").toString()).toBe("2026-03-29T01:30:00Z");
  expect(instantAt("2026-10-25", "02:30", "Europe/Berlin").toString()).toBe("2026-10-25T00:30:00Z");
});

test("29 February is a day only in leap years", () => {
  expect(isDay("2028-02-29")).toBe(true);
  expect(isDay("2027-02-29")).toBe(false);
  expect(isDay("2100-02-29")).toBe(false);
  expect(dayFrom(2027, 2, 29)).toBeNull();
});

test("what is not a date is not a day", () => {
  for (const text of [
    "",
    "2026-3-9",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "0000-01-01",
    "2026-01-01x",
    "today",
  ])
    expect(isDay(text), text).toBe(false);
});

test("a week runs from Monday to Sunday, across the new year too", () => {
  expect(weekOf("2026-03-09")).toEqual({ monday: "2026-03-09", sunday: "2026-03-15" });
  expect(weekOf("2026-03-15")).toEqual({ monday: "2026-03-09", sunday: "2026-03-15" });
  expect(weekOf("2027-01-01")).toEqual({ monday: "2026-12-28", sunday: "2027-01-03" });
});

test("a day is told with its weekday, and with its year only when that is another", () => {
  expect(formatDay("2026-03-09", "en", "2026-12-31")).toBe("Mon 9 Mar");
  expect(formatDay("2026-03-09", "zh", "2026-12-31")).toBe("3月9日 周一");
  expect(formatDay("2025-09-07", "en", "2026-03-09")).toBe("Sun 7 Sep 2025");
  expect(formatDay("2025-09-07", "zh", "2026-03-09")).toBe("2025年9月7日 周日");
  expect(formatDay("2025-09-07", "en")).toBe("Sun 7 Sep");
});

test("going forth and back by any number of days comes home", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -50_000, max: 50_000 }), (day, n) => {
      const there = addDays(day, n);
      expect(isDay(there)).toBe(true);
      expect(daysBetween(day, there)).toBe(n);
      expect(addDays(there, -n)).toBe(day);
      expect((((weekdayOf(there) - weekdayOf(day) - n) % 7) + 7) % 7).toBe(0);
    }),
  );
});

test("however far one goes, it is still a day one can write", () => {
  fc.assert(fc.property(anyDay, fc.double({ noNaN: true }), (day, n) => isDay(addDays(day, n))));
});
