import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, foldWithPlaces } from "./fold.ts";

const anyText = fc.string({ unit: "binary", maxLength: 60 });

test.each([
  ["Jörg  MÜLLER", "jorg muller"],
  ["Jo\u0308rg", "jorg"],
  ["Straße", "strasse"],
  ["Łukasz Øster Đorđe Þór", "lukasz oster dorde thor"],
  ["O’Brien O‘Brien O´Brien O`Brien", "o'brien o'brien o'brien o'brien"],
  ["İstanbul ıŞIK", "istanbul isik"],
  ["ＡＢＣ　１２３，", "abc 123,"],
  ["华南设计院", "华南设计院"],
  ["華南", "華南"],
  ["ｶﾞ が", "ガ が"],
  [" \t a \n b ", "a b"],
  ["A\u200bcme\u00ad", "acme"],
  ["ﬁrst", "first"],
  ["", ""],
])("%j is looked up as %j", (typed, folded) => {
  expect(fold(typed)).toBe(folded);
});

test("folding what is folded changes nothing", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
    { numRuns: 3000 },
  );
});

test("every folded letter knows where it stood, in order", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { text: folded, places } = foldWithPlaces(text);
      expect(places.length).toBe(folded.length + 1);
      places.forEach((place, i) => {
        expect(place).toBeGreaterThanOrEqual(places[i - 1] ?? 0);
        expect(place).toBeLessThanOrEqual(text.length);
      });
    }),
  );
});

test("a finding can be shown in the words that were typed", () => {
  const typed = "mit  JÖRG (DT)";
  const { text, places } = foldWithPlaces(typed);
  const start = text.indexOf("jorg");
  expect(typed.slice(places[start], places[start + 4])).toBe("JÖRG");
});
