import fc from "fast-check";
import { expect, test } from "vitest";
import { button, context, option, plain, question, section, title } from "./blocks.ts";
import { clip } from "./clip.ts";
import { line, member, quote, rich, words } from "./rich.ts";

test("a text is never longer than Slack's limit, and never cut inside a character", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 80 }), (text, max) => {
      const cut = clip(text, max);
      expect(cut.length).toBeLessThanOrEqual(max);
      expect(() => encodeURIComponent(cut)).not.toThrow();
      if (text.length <= max) expect(cut).toBe(text);
      else expect(text.startsWith(cut.slice(0, -1))).toBe(true);
    }),
  );
  expect(clip("Family 👨‍👩‍👧 dinner", 12)).toBe("Family…");
  expect(title("A title far too long for Slack's modal").text).toBe("A title far too long fo…");
});

test("a question is named after its field, in its block and in its element", () => {
  const asked = question(
    "attendees",
    "Who was there?",
    { type: "multi_external_select" },
    { blockId: "attendees:2" },
  );
  expect(asked).toEqual({
    type: "input",
    block_id: "attendees:2",
    label: { type: "plain_text", text: "Who was there?", emoji: true },
    element: { type: "multi_external_select", action_id: "attendees" },
    optional: false,
  });
  expect(
    question("metOn", "Day", { type: "datepicker" }, { dispatch: true, hint: "Or later." }),
  ).toMatchObject({
    block_id: "metOn",
    dispatch_action: true,
    hint: { text: "Or later." },
  });
});

test("a value is never cut: too long is a mistake of ours", () => {
  expect(() => option("Wang Li", "x".repeat(76))).toThrow(RangeError);
  expect(() => button("Log", "visits.log", "x".repeat(2001))).toThrow(RangeError);
  expect(option("Wang Li ".repeat(20), "s1").text.text.length).toBeLessThanOrEqual(75);
});

test("a button asks before it does something that can't be undone", () => {
  const confirm = { title: "Remove?", text: "It can't be undone.", yes: "Remove", no: "Keep" };
  expect(button("Remove", "visits.remove", "v1", { style: "danger", confirm })).toMatchObject({
    style: "danger",
    value: "v1",
    confirm: { confirm: { text: "Remove" }, deny: { text: "Keep" }, style: "danger" },
  });
});

test("people's words are plain unless a caller says otherwise", () => {
  expect(section("*not bold* <!channel>").text).toMatchObject({ type: "plain_text" });
  expect(context("one", "two").elements).toMatchObject([{ type: "plain_text" }, { type: "plain_text" }]);
  expect(plain("x".repeat(5000)).text).toHaveLength(3000);
  expect(rich(line(member("U1"), " said"), quote("<!channel>"))).toEqual({
    type: "rich_text",
    elements: [
      {
        type: "rich_text_section",
        elements: [
          { type: "user", user_id: "U1" },
          { type: "text", text: " said" },
        ],
      },
      { type: "rich_text_quote", elements: [{ type: "text", text: "<!channel>" }] },
    ],
  });
  expect(words("").text).toBe(" ");
});
