import { expect, test } from "vitest";
import { z } from "zod";
import { answerOf, type ElementState, errorsAt, readForm } from "./form.ts";

const visit = z.object({
  account: z.string("Pick the account you met."),
  metOn: z.iso.date("Pick the day you met."),
  attendees: z.array(z.string(), "Pick at least one person.").min(1),
  notes: z.string().max(10, "Keep notes short.").optional(),
});

const filled = {
  account: { account: { type: "external_select", selected_option: { value: "a1" } } },
  metOn: { metOn: { type: "datepicker", selected_date: "2026-03-09" } },
  "attendees:2": {
    attendees: { type: "multi_external_select", selected_options: [{ value: "s1" }, { value: "s2" }] },
  },
  notes: { notes: { type: "plain_text_input", value: null } },
};

test("a filled form is read into the answers the schema promises", () => {
  expect(readForm(visit, { values: filled })).toEqual({
    ok: true,
    answers: { account: "a1", metOn: "2026-03-09", attendees: ["s1", "s2"], notes: undefined },
  });
});

test("an error stands at the block on the screen, with its number", () => {
  const empty = {
    account: { account: { selected_option: null } },
    metOn: { metOn: { selected_date: null } },
    "attendees:2": { attendees: { selected_options: [] } },
    notes: { notes: { value: "far too many words" } },
  };
  expect(readForm(visit, { values: empty })).toEqual({
    ok: false,
    errors: {
      account: "Pick the account you met.",
      metOn: "Pick the day you met.",
      "attendees:2": "Pick at least one person.",
      notes: "Keep notes short.",
    },
  });
});

test("an error about the whole form, or a field that is not shown, stands at the first field", () => {
  const whole = visit.omit({ notes: true }).extend({ hidden: z.string("Choose one.") });
  const { notes: _, ...shown } = filled;
  expect(readForm(whole, { values: shown })).toEqual({ ok: false, errors: { account: "Choose one." } });
  const refused = visit.refine(() => false, "These two don't go together.");
  expect(readForm(refused, { values: filled })).toEqual({
    ok: false,
    errors: { account: "These two don't go together." },
  });
});

test("an error found after reading finds its block too", () => {
  expect(errorsAt({ attendees: "Wang Li left.", other: "And this." }, { values: filled })).toEqual({
    "attendees:2": "Wang Li left.",
    account: "And this.",
  });
});

test("every kind of element is read, and an empty one reads as nothing", () => {
  const read: [ElementState, unknown][] = [
    [{ value: "words" }, "words"],
    [{ value: "  \n" }, undefined],
    [{ value: null }, undefined],
    [{ selected_date: "2026-03-09" }, "2026-03-09"],
    [{ selected_time: "09:30" }, "09:30"],
    [{ selected_date_time: 1_773_000_000 }, 1_773_000_000],
    [{ selected_option: { value: "a" } }, "a"],
    [{ selected_option: null }, undefined],
    [{ selected_options: [{ value: "a" }, { value: "b" }] }, ["a", "b"]],
    [{ selected_options: [] }, undefined],
    [{ selected_user: "U1" }, "U1"],
    [{ selected_users: ["U1"] }, ["U1"]],
    [{ selected_users: [] }, undefined],
    [{ selected_conversation: "C1" }, "C1"],
    [{ selected_conversations: ["C1"] }, ["C1"]],
    [{ selected_channel: "C1" }, "C1"],
    [{ selected_channels: ["C1"] }, ["C1"]],
    [{ files: [{ id: "F1" }] }, ["F1"]],
    [{ type: "datepicker" }, undefined],
  ];
  for (const [element, answer] of read) expect(answerOf(element)).toEqual(answer);
});
