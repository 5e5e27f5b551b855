import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, isDay } from "../../platform/civil.ts";
import { fold } from "../../platform/fold.ts";
import { type Found, mentions, mostMentions } from "./index.ts";
import { cast, read } from "./lines.fixture.ts";

const pieces =
  "met|saw|Jörg|(DT)|Wang Li|Chen|Priya|Ben|our|with|w/|and|,|.|;|tues|next fri|yesterday|3/4|12 March|by wed|10am|5 min|called|emailed|i said ok|she'll send it|if they sign|can't promise|didn't see|wasn't there|hates|Ericsson|just works|off the record|need to|王总|李处|老周|移动|没见到|没来|约了|下周二|周五前|答应|承诺|让尽快|如果|昨晚|吃饭|、|，|跟|的秘书|有个新来的女主任|31/02|99月99号|<@U2|ben>|&amp;|😀|ﬀ|İ|עִ".split(
    "|",
  );
const likely = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
    ),
    { maxLength: 25 },
  )
  .chain((words) => fc.constantFrom(" ", "").map((space) => words.join(space)));
const anyLine = fc.oneof(
  { weight: 3, arbitrary: likely },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
);
const anyDay = fc.integer({ min: -40_000, max: 40_000 }).map((n) => addDays("2026-03-09", n));

const everybody = (found: Found[]) =>
  found.flatMap((one) => (one.is === "person" ? [one.id] : one.is === "unclear" ? one.candidates : []));
const known = new Set(cast.people.map(({ id }) => id));

test("whatever is typed on whatever day, days are days, people are known, and nobody is both met and not met", () => {
  fc.assert(
    fc.property(anyLine, anyDay, (line, today) => {
      const reading = read(line, today);
      const days = [
        reading.metOn,
        reading.nextStep?.due ?? null,
        ...reading.promises.map((p) => p.due),
        ...reading.plans.map((p) => p.metOn),
      ];
      for (const day of days) expect(day === null || isDay(day)).toBe(true);
      for (const due of reading.promises.map((promise) => promise.due))
        expect(due === null || due >= today).toBe(true);
      const named = everybody([
        ...reading.people,
        ...reading.notMet,
        ...reading.plans.flatMap((plan) => plan.people),
      ]);
      expect(named.every((id) => known.has(id))).toBe(true);
      const missed = new Set(reading.notMet.flatMap((one) => (one.is === "person" ? [one.id] : [])));
      expect(reading.people.some((one) => one.is === "person" && missed.has(one.id))).toBe(false);
      expect(reading.colleagues).not.toContain(cast.me);
      expect(reading.at === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(reading.at)).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

test("reading twice gives the same", () => {
  fc.assert(
    fc.property(anyLine, (line) => {
      expect(read(line)).toEqual(read(line));
    }),
  );
});

test("the outcome holds everything typed, and every quoted word stands in it", () => {
  fc.assert(
    fc.property(
      anyLine.filter((line) => !/&(amp|lt|gt);/.test(line)),
      (line) => {
        const reading = read(line);
        expect(reading.outcome).toBe(line);
        for (const { words } of [
          ...reading.people,
          ...reading.notMet,
          ...reading.promises,
          ...reading.voices,
        ]) {
          expect(line.includes(words)).toBe(true);
        }
      },
    ),
    { numRuns: 800 },
  );
});

test("a lookup asks for a bounded number of folded names, however long the line", () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 40 }), (lines) => {
      const terms = mentions(lines.join(" "));
      expect(terms.length).toBeLessThanOrEqual(mostMentions);
      expect(new Set(terms).size).toBe(terms.length);
    }),
  );
  expect(mentions("移动王总和李处吃饭老断站方案".repeat(220)).length).toBeLessThanOrEqual(mostMentions);
  expect(mentions(Array.from({ length: 600 }, (_, i) => `w${i}`).join(" ")).length).toBeLessThanOrEqual(
    mostMentions,
  );
});

test("every name a line holds is asked for", () => {
  const names = [...cast.accounts, ...cast.people, ...cast.members]
    .map(({ name }) => name)
    .filter((name) => [...name].length <= 6 || /[a-z]/i.test(name));
  for (const name of names) {
    for (const line of [`met ${name} today`, `met (${name})`, `跟${name}吃饭`, `${name}'s team`])
      expect(mentions(line)).toContain(fold(name));
  }
});

test("three thousand characters are read in one pass, not in one for every word", () => {
  const words = "met Priya with Ben, 王总说断站 tues by wed she'll send it 没见到李处 ";
  const once = regexWork(words.repeat(10));
  const tenfold = regexWork(words.repeat(50));
  expect(tenfold).toBeLessThan(once * 12);
});

/** How often the reader starts a pattern: work that grows with the line, counted without a clock. */
function regexWork(line: string): number {
  const exec = RegExp.prototype.exec;
  let count = 0;
  RegExp.prototype.exec = function (text) {
    count++;
    return exec.call(this, text);
  };
  try {
    read(line);
  } finally {
    RegExp.prototype.exec = exec;
  }
  return count;
}
