import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBirthday } from "./birthday.ts";
import { readDate } from "./dates.ts";

const today = "2026-03-09";
const read = (written: string, order?: "dmy" | "mdy", calendar?: "gregorian" | "lunar") =>
  readBirthday(written, { order, calendar, today });
const solar = (year: number | null, month: number, day: number) => ({
  year,
  month,
  day,
  leapMonth: false,
  calendar: "gregorian" as const,
});
const lunar = (year: number | null, month: number, day: number, leapMonth = false) => ({
  year,
  month,
  day,
  leapMonth,
  calendar: "lunar" as const,
});

describe("a birthday is read as lists write it", () => {
  test.each([
    ["1961-05-12", solar(1961, 5, 12)],
    ["1961/5/12", solar(1961, 5, 12)],
    ["1961-05-12 00:00:00", solar(1961, 5, 12)],
    ["19610512", solar(1961, 5, 12)],
    ["22413", solar(1961, 5, 12)],
    ["12 May 1961", solar(1961, 5, 12)],
    ["May 12, 1961", solar(1961, 5, 12)],
    ["May 12", solar(null, 5, 12)],
    ["12 May", solar(null, 5, 12)],
    ["12-May-61", solar(1961, 5, 12)],
    ["Sept 3rd, 1970", solar(1970, 9, 3)],
    ["12. Mai 1961", solar(1961, 5, 12)],
    ["12 de mayo de 1961", solar(1961, 5, 12)],
    ["1er août 1958", solar(1958, 8, 1)],
    ["--05-12", solar(null, 5, 12)],
    ["--02-29", solar(null, 2, 29)],
    ["12.05.1961", solar(1961, 5, 12)],
    ["25/12/1961", solar(1961, 12, 25)],
    ["12/25/1961", solar(1961, 12, 25)],
    ["05/05/1961", solar(1961, 5, 5)],
    ["1990年5月12日", solar(1990, 5, 12)],
    ["5月12日", solar(null, 5, 12)],
    ["五月十二日", solar(null, 5, 12)],
    ["农历八月十五", lunar(null, 8, 15)],
    ["八月十五", lunar(null, 8, 15)],
    ["八月初五", lunar(null, 8, 5)],
    ["正月初十", lunar(null, 1, 10)],
    ["腊月廿三", lunar(null, 12, 23)],
    ["农历1961年闰四月初一", lunar(1961, 4, 1, true)],
    ["农历一九六一年八月三十", lunar(1961, 8, 30)],
    ["农历 1961-08-15", lunar(1961, 8, 15)],
    ["农历:5月12日", lunar(null, 5, 12)],
  ])("%s", (written, birthday) => expect(read(written)).toEqual(birthday));

  test("day and month that could be either ask for the order, and take it", () => {
    expect(read("12/05/1961")).toBe("needs_order");
    expect(read("12/05/1961", "dmy")).toEqual(solar(1961, 5, 12));
    expect(read("12/05/1961", "mdy")).toEqual(solar(1961, 12, 5));
    expect(read("12/05", "dmy")).toEqual(solar(null, 5, 12));
  });

  test("the calendar beside it makes plain figures lunar", () => {
    expect(read("1961-02-30", undefined, "lunar")).toEqual(lunar(1961, 2, 30));
    expect(read("八月十五", undefined, "gregorian")).toEqual(solar(null, 8, 15));
  });

  test.each([
    "1961",
    "soon",
    "1961-02-29",
    "31 June",
    "2061-01-01",
    "2026-03-10",
    "13/13/1961",
    "农历八月三十一",
    "May",
    "",
  ])("%s is no birthday", (written) => expect(read(written)).toBe("unread"));
});

const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2026-03-09"), noInvalidDate: true });
test("whatever the day, each way of writing it reads the same", () => {
  fc.assert(
    fc.property(day, (date) => {
      const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
      const name = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(date);
      const short = new Intl.DateTimeFormat("de", { month: "short", timeZone: "UTC" }).format(date);
      for (const written of [
        `${y}-${m}-${d}`,
        `${d} ${name} ${y}`,
        `${name} ${d}, ${y}`,
        `${y}年${m}月${d}日`,
        `${d}. ${short} ${y}`,
      ])
        expect(read(written)).toEqual(solar(y, m, d));
      expect(read(`${d}/${m}/${y}`, "dmy")).toEqual(solar(y, m, d));
      expect(read(`${m}/${d}/${y}`, "mdy")).toEqual(solar(y, m, d));
    }),
  );
});

test("no text whatever makes the reader throw", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      (text) => void [read(text), readDate(text, { order: undefined, today })],
    ),
  );
});
