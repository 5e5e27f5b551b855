/** Lines that try to break the reader. Each states all that is taken; whatever it does not mention must not be. */
import { expect, test } from "vitest";
import { read, taken } from "./lines.fixture.ts";

const lines: { line: string; today?: string; now?: string; takes: Record<string, unknown> }[] = [
  {
    line: "😀 🎉",
    takes: {},
  },
  {
    line: "<!channel> met <@U2|ben> and Priya &amp; Wang Li today",
    takes: {
      account: "Acme",
      people: ["Priya Nair", "Wang Li"],
      on: "2026-03-09",
      ours: ["Ben"],
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "met עֲמִית כהן at Acme today",
    takes: { account: "Acme", on: "2026-03-09" },
  },
  {
    line: "JÖRG (ＤＴ) ｌｕｎｃｈ today",
    takes: {
      account: "Deutsche Telekom",
      people: ["Jörg Müller"],
      on: "2026-03-09",
      part: "noon",
      type: "meal",
    },
  },
  {
    line: "met Sean O'Brien at Ericsson today",
    takes: { account: "Ericsson", people: ["Seán O’Brien"], on: "2026-03-09" },
  },
  {
    line: "met Priya yesterday",
    today: "2028-03-01",
    takes: { account: "Acme", people: ["Priya Nair"], on: "2028-02-29", doubts: ["account_is_a_guess"] },
  },
  {
    line: "met Priya yesterday",
    today: "2026-03-30",
    takes: { account: "Acme", people: ["Priya Nair"], on: "2026-03-29", doubts: ["account_is_a_guess"] },
  },
  {
    line: "met Priya yesterday",
    today: "2027-01-01",
    takes: { account: "Acme", people: ["Priya Nair"], on: "2026-12-31", doubts: ["account_is_a_guess"] },
  },
  {
    line: "  met   Priya   today  ",
    takes: { account: "Acme", people: ["Priya Nair"], on: "2026-03-09", doubts: ["account_is_a_guess"] },
  },
  {
    line: "<https://acme.example/x|Acme portal> is down, told Priya",
    takes: { account: "Acme", people: ["Priya Nair"], doubts: ["account_is_a_guess"] },
  },
  {
    line: "1/1/1/1 99:99 31/02 25:61",
    takes: { doubts: ["date_not_understood"] },
  },
  {
    line: "2026-02-30 met Priya",
    takes: { account: "Acme", people: ["Priya Nair"], doubts: ["account_is_a_guess", "date_not_understood"] },
  },
  {
    line: "with with with",
    takes: {},
  },
  {
    line: "<@U2> and me at Acme today",
    takes: { account: "Acme", on: "2026-03-09" },
  },
  {
    line: "met Priya\u202e today",
    takes: { account: "Acme", people: ["Priya Nair"], on: "2026-03-09", doubts: ["account_is_a_guess"] },
  },
  {
    line: "@channel lunch Priya &lt;3 today",
    takes: {
      account: "Acme",
      people: ["Priya Nair"],
      on: "2026-03-09",
      part: "noon",
      type: "meal",
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "met Priya tomorrow? no, yesterday",
    takes: { account: "Acme", people: ["Priya Nair"], on: "2026-03-08", doubts: ["account_is_a_guess"] },
  },
];

test.each(lines)("$line", ({ line, today, now, takes }) => {
  expect(taken(read(line, today, now))).toEqual(takes);
});
