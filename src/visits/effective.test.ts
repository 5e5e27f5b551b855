import fc from "fast-check";
import { expect, test } from "vitest";
import { isEffective, type Judged, type NotEffective, whyNotEffective } from "./effective.ts";

const counted: Judged = {
  planned: false,
  channel: "in_person",
  minutes: null,
  named: 1,
  outcome: "He wants the new price.",
};

test.each<[string, Partial<Judged>, NotEffective[]]>([
  ["a visit with a named person and a word about it counts", {}, []],
  ["a video call counts", { channel: "video" }, []],
  ["a phone call of ten minutes counts", { channel: "phone", minutes: 10 }, []],
  ["one of nine does not", { channel: "phone", minutes: 9 }, ["phone_too_short"]],
  ["one whose length nobody said does not", { channel: "phone" }, ["phone_too_short"]],
  ["somebody unnamed is nobody met", { named: 0 }, ["nobody_named"]],
  ["fourteen letters are too few", { outcome: "a".repeat(14) }, ["outcome_too_short"]],
  ["fifteen are enough", { outcome: "a".repeat(15) }, []],
  ["spaces do not stretch it", { outcome: `a${" ".repeat(40)}b` }, ["outcome_too_short"]],
  ["six Han characters are enough", { outcome: "他要新的报价" }, []],
  ["five are not", { outcome: "他要新报价" }, ["outcome_too_short"]],
  ["a planned visit is only planned, whatever it says", { planned: true, outcome: "" }, ["planned"]],
  [
    "every reason is named",
    { channel: "phone", named: 0, outcome: "" },
    ["phone_too_short", "nobody_named", "outcome_too_short"],
  ],
])("%s", (_promise, change, reasons) => {
  expect(whyNotEffective({ ...counted, ...change })).toEqual(reasons);
});

test("saying more, naming more or staying longer never makes a visit stop counting", () => {
  const judged = fc.record({
    planned: fc.boolean(),
    channel: fc.constantFrom("in_person" as const, "video" as const, "phone" as const),
    minutes: fc.option(fc.integer({ min: 1, max: 1440 })),
    named: fc.integer({ min: 0, max: 5 }),
    outcome: fc.string({ unit: "grapheme" }),
  });
  fc.assert(
    fc.property(judged, fc.string(), (visit, more) => {
      const longer = {
        ...visit,
        named: visit.named + 1,
        minutes: (visit.minutes ?? 0) + 10,
        outcome: visit.outcome + more,
      };
      if (isEffective(visit)) expect(isEffective(longer)).toBe(true);
    }),
  );
});
