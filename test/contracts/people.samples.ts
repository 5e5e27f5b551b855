import type { CardFacts } from "../../src/visits/card.view.ts";
import { blankDraft, type Draft } from "../../src/visits/draft.ts";

/** What people may have written, from nothing to the longest that Slack or the rules let in. */
export interface Words {
  name: string;
  title: string;
  account: string;
  /** A long answer: at most 3,000 characters. */
  long: string;
  many: number;
}

/** Cuts like a careful typist: never through the middle of a character. */
export const cut = (text: string, length: number) => text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
const fill = (part: string, length: number) => cut(part.repeat(Math.ceil(length / part.length)), length);

export const WORDS = {
  shortest: { name: "L", title: "x", account: "A", long: "", many: 1 },
  ordinary: {
    name: "Wang Li",
    title: "Head of Purchasing",
    account: "Acme",
    long: "Wants a new price.",
    many: 2,
  },
  longest: {
    name: fill("Wolfeschlegelstein ", 300),
    title: fill("Vice President ", 300),
    account: fill("Acme ", 300),
    long: fill("said so. ", 3000),
    many: 50,
  },
  chinese: {
    name: fill("欧阳王立", 300),
    title: fill("采购部总经理", 300),
    account: fill("中国移动通信集团", 300),
    long: fill("客户要求下周报价。", 3000),
    many: 50,
  },
  emoji: {
    name: fill("👩‍👩‍👧‍👦", 300),
    title: fill("🧑🏽‍💼", 300),
    account: fill("🇨🇳🏳️‍🌈", 300),
    long: fill("👍🏿👩‍🚀", 3000),
    many: 50,
  },
  rightToLeft: {
    name: fill("عبد الرحمن ", 300),
    title: fill("مدير المشتريات ", 300),
    account: fill("שלום ", 300),
    long: fill("قال العميل: ", 3000),
    many: 50,
  },
  hostile: {
    name: "<!channel> *b* & <@U1>",
    title: "`code`",
    account: "_x_ <http://x|y>",
    long: "<!here> ~s~\n>q\u0000\u202e",
    many: 3,
  },
} satisfies Record<string, Words>;

export const TODAY = "2026-03-09";

export const draft = (words: Words): Draft => ({
  ...blankDraft(TODAY),
  account: { value: "2147483647", text: words.account },
  attendees: Array.from({ length: words.many }, (_, at) =>
    at % 3 === 1
      ? { value: cut(`new:${at}${words.name}`, 75), text: words.name }
      : at % 3 === 2
        ? { value: cut(`seat:${at}${words.title}`, 75), text: words.title }
        : { value: String(2147483000 + at), text: words.name },
  ),
  metOn: "2025-12-31",
  metAt: "23:59",
  type: "reference_site_visit",
  channel: "video",
  minutes: 1440,
  outcome: words.long,
  nextStep: words.long,
  nextStepDue: "2027-01-01",
  colleagues: Array.from({ length: words.many }, (_, at) => `U0${at}AAAAAAAA`),
});

export const card = (words: Words): CardFacts => ({
  visitId: 2147483647,
  version: 1,
  previous: null,
  accountName: words.account,
  metOn: "2025-12-31",
  metAt: "23:59",
  type: "reference_site_visit",
  channel: "phone",
  minutes: 9,
  planned: false,
  deleted: false,
  reasons: ["planned", "phone_too_short", "nobody_named", "outcome_too_short"],
  people: Array.from({ length: words.many }, (_, at) => ({
    name: at % 2 === 0 ? words.name : null,
    title: words.title,
    account: at % 5 === 0 ? words.account : null,
    lastEffectiveOn: at % 3 === 0 ? "2025-01-01" : null,
    nextDueOn: TODAY,
  })),
  colleagues: Array.from({ length: words.many }, () => words.name),
  outcome: words.long,
  nextStep: words.long || null,
  nextStepDue: TODAY,
  coverage: { accountId: 1, covered: 9999, total: 12345, departmentsUnset: 77 },
  coverageChange: -3,
});
