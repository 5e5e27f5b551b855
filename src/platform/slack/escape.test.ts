import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeText, md, plainText, unescapeText } from "./escape.ts";

test("no words can mention a channel or make a link", () => {
  expect(escapeText("<!channel> R&D <https://evil.example|bank>")).toBe(
    "&lt;!channel&gt; R&amp;D &lt;https://evil.example|bank&gt;",
  );
  fc.assert(fc.property(fc.string(), (typed) => void expect(escapeText(typed)).not.toMatch(/[<>]/)));
});

test("whatever is escaped reads back as it was", () => {
  fc.assert(fc.property(fc.string(), (typed) => void expect(unescapeText(escapeText(typed))).toBe(typed)));
  expect(unescapeText("&amp;lt;")).toBe("&lt;");
});

test("a formatted sentence escapes what is put into it, and nothing else", () => {
  expect(md`You met *${"R&D <b>"}* on ${3} days.`).toBe("You met *R&amp;D &lt;b&gt;* on 3 days.");
  expect(md`no values`).toBe("no values");
});

test("text is read as the person saw it", () => {
  const names = new Map([["U2", "Wang Li"]]);
  const seen: [string, string][] = [
    ["met <@U1|ana> &amp; <@U2>", "met @ana & @Wang Li"],
    ["in <#C1|general> or <#C2>", "in #general or #C2"],
    ["see <https://acme.com/a?b=1&amp;c|acme.com>", "see acme.com"],
    ["see <https://acme.com/a?b=1&amp;c>", "see https://acme.com/a?b=1&c"],
    ["<mailto:li@acme.com|li@acme.com> <mailto:li@acme.com>", "li@acme.com li@acme.com"],
    ["<!here> <!subteam^S1|@sales> <!date^1392734382^{date}|Feb 18>", "@here @sales Feb 18"],
    ["5 &lt; 6 and <@U9>", "5 < 6 and @U9"],
  ];
  for (const [typed, plain] of seen) expect(plainText(typed, names)).toBe(plain);
});

test("text without Slack's spellings is left alone", () => {
  fc.assert(fc.property(fc.string(), (typed) => void expect(plainText(escapeText(typed))).toBe(typed)));
});
