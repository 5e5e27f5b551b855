/** Lines a tester typed and the reader misread. Each states all that is taken; what it does not mention must not be. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "../../platform/fold.ts";
import { type Lexicon, mentions, readLine } from "./index.ts";
import { cast, taken } from "./lines.fixture.ts";

const person = (
  id: number,
  accountId: number,
  name: string,
  names: string[],
  surname: string | null = null,
) => ({
  id,
  accountId,
  name,
  names: [name, ...name.split(" "), ...names].map(fold),
  surname,
});
const account = (id: number, name: string, names: string[] = []) => ({
  id,
  name,
  names: [name, ...names].map(fold),
});
const lexicon: Lexicon = {
  ...cast,
  members: [...cast.members, { id: 4, name: "Jonas", names: ["jonas"] }],
  accounts: [
    ...cast.accounts,
    account(20, "Huanan Mobile", ["华南移动"]),
    account(21, "Fjordnett"),
    account(22, "Svea Mobil", ["Svea"]),
    account(23, "江南电信", ["电信"]),
  ],
  people: [
    ...cast.people,
    person(300, 20, "Luo Min", ["罗敏"], "罗"),
    person(301, 23, "Tao Ran", ["陶然"], "陶"),
    person(302, 20, "Fan Kai", ["范凯"], "范"),
    person(303, 20, "Jiang Ruoxi", ["蒋若曦"], "蒋"),
    person(304, 21, "Ingrid Solheim", []),
    person(305, 21, "Kari-Anne Moen", ["Kari-Anne"]),
    person(306, 21, "Espen Dahl", []),
    person(307, 23, "Zhu Minghui", ["朱总"], "朱"),
    person(308, 23, "Hu Yifan", ["胡工"], "胡"),
    person(309, 20, "Deng Jie", ["邓洁"], "邓"),
  ],
};
const take = (line: string) => taken(readLine(line, { today: "2026-03-09", now: "18:30", lexicon }), lexicon);

const guess = { doubts: ["account_is_a_guess"] };
const ingrid = { account: "Fjordnett", people: ["Ingrid Solheim"] };
const deng = { account: "Huanan Mobile", people: ["Deng Jie"] };

const lines: [string, Record<string, unknown>][] = [
  // A syllable that is an English word too.
  [
    "quick call w Ingrid Solheim this morning 15 min",
    { ...ingrid, ...guess, on: "2026-03-09", part: "morning", channel: "phone", minutes: 15 },
  ],
  ["Ran into Ingrid Solheim at the airport", { ...ingrid, ...guess, type: "chance_meeting" }],
  ["today Ran into Ingrid Solheim", { ...ingrid, ...guess, on: "2026-03-09", type: "chance_meeting" }],
  ["video call with Ingrid 30 Min", { ...ingrid, ...guess, channel: "video", minutes: 30 }],
  [
    "Svea 和 Ingrid, 昨天 video call 30 min",
    { account: "Svea Mobil", people: ["unknown: Ingrid"], on: "2026-03-08", channel: "video", minutes: 30 },
  ],
  ["met Min today", { account: "Huanan Mobile", people: ["Luo Min"], on: "2026-03-09", ...guess }],
  ["met luo min today", { account: "Huanan Mobile", people: ["Luo Min"], on: "2026-03-09", ...guess }],
  ["met tao ran today", { account: "江南电信", people: ["Tao Ran"], on: "2026-03-09", ...guess }],
  // Whom we met is theirs.
  ["we met Deng Jie with Jonas, the price is agreed", { ...deng, ...guess, ours: ["Jonas"] }],
  ["we saw Deng Jie", { ...deng, ...guess }],
  ["我们见了邓洁", { ...deng, ...guess }],
  ["our lunch with Deng Jie", { ...deng, ...guess, part: "noon", type: "meal" }],
  ["we (Jonas, Viktor) met Deng Jie", { ...deng, ...guess, ours: ["Jonas", "Viktor"] }],
  ["our customer Deng Jie", { ...deng, ...guess }],
  // No cue inside a name.
  ["江南电信朱总是好人", { account: "江南电信", people: ["Zhu Minghui"] }],
  ["去电信没见到朱总，只见了胡工", { account: "江南电信", people: ["Hu Yifan"], notMet: ["Zhu Minghui"] }],
  ["去电朱总", { account: "江南电信", people: ["Zhu Minghui"], channel: "phone", ...guess }],
  // A Slack id is nobody's name.
  ["met <@U0BEN> and Ingrid", { ...ingrid, ...guess }],
  ["met U0BEN and Ingrid", { ...ingrid, ...guess }],
  ["met <@U0BEN|jonas> and Ingrid", { ...ingrid, ...guess, ours: ["Jonas"] }],
  // A place no account answers to.
  [
    "met Deng Jie at Zenith today",
    { people: ["Deng Jie"], place: "Zenith", on: "2026-03-09", doubts: ["account_unknown"] },
  ],
  ["met Deng Jie at ABB", { people: ["Deng Jie"], place: "ABB", doubts: ["account_unknown"] }],
  ["在Zenith见了邓洁", { people: ["Deng Jie"], place: "Zenith", doubts: ["account_unknown"] }],
  ["在西部电力跟邓洁聊了价格", { people: ["Deng Jie"], place: "西部电力", doubts: ["account_unknown"] }],
  ["met Deng Jie at the airport", { ...deng, ...guess }],
  ["met Deng Jie at Oslo Airport", { ...deng, ...guess }],
  ["met Deng Jie at lunch", { ...deng, ...guess, part: "noon", type: "meal" }],
  ["met Deng Jie at 10", { ...deng, ...guess, at: "10:00" }],
  ["met Deng Jie at their office", { ...deng, ...guess, channel: "in_person" }],
  ["met Deng Jie at HQ", { ...deng, ...guess }],
  ["met Deng Jie at Huanan Mobile", deng],
  ["met Deng Jie at Monday's review", { ...deng, ...guess }],
  ["在机场见了邓洁", { ...deng, ...guess }],
  // A hyphen is a space.
  [
    "Fjordnett lunch fri with kari anne & espen",
    {
      account: "Fjordnett",
      people: ["Kari-Anne Moen", "Espen Dahl"],
      on: "2026-03-06",
      part: "noon",
      type: "meal",
    },
  ],
  ["met Kari Anne Moen", { account: "Fjordnett", people: ["Kari-Anne Moen"], ...guess }],
  // A title before a name.
  [
    "met the new CTO of Svea Mobil Karl Nyström on wed",
    { account: "Svea Mobil", people: ["unknown: Karl Nyström"], on: "2026-03-04" },
  ],
  ["met the new CTO Karl Nyström at Svea", { account: "Svea Mobil", people: ["unknown: Karl Nyström"] }],
  [
    "met the new CTO of Svea Mobil on wed",
    { account: "Svea Mobil", people: ["seat: cto"], on: "2026-03-04" },
  ],
  ["met the new CTO of Svea Networks", { account: "Svea Mobil", people: ["seat: cto"] }],
  // What the speaker will do.
  [
    "met Ingrid, i'll send revised plan by wed",
    {
      ...ingrid,
      ...guess,
      promises: ["us, 2026-03-11: i'll send revised plan by wed"],
      next: "2026-03-11: i'll send revised plan by wed",
    },
  ],
  ["met Ingrid. todo: send datasheets asap", { ...ingrid, ...guess, next: "no date: send datasheets asap" }],
  [
    "met Ingrid. Next: send offer by friday",
    { ...ingrid, ...guess, next: "2026-03-13: send offer by friday" },
  ],
  ["见了邓洁，我周三前给整改方案", { ...deng, ...guess, next: "2026-03-11: 我周三前给整改方案" }],
  ["见了邓洁，我周三前给不了方案", { ...deng, ...guess }],
  ["见了邓洁，他周三前把合同发给我", { ...deng, ...guess }],
  [
    "下周三之前把合同发给蒋若曦",
    { account: "Huanan Mobile", next: "2026-03-18: 下周三之前把合同发给蒋若曦", ...guess },
  ],
  // Nobody.
  ["met nobody from Svea", { account: "Svea Mobil", doubts: ["nobody_met"] }],
  ["met Ingrid, saw nobody else", { ...ingrid, ...guess }],
];

test.each(lines)("%s", (line, takes) => {
  expect(take(line)).toEqual(takes);
});

test("a link keeps its words and its address, and neither is anybody's name", () => {
  const outcome = (line: string) => readLine(line, { today: "2026-03-09", now: "18:30", lexicon }).outcome;
  expect(outcome("met Ingrid <http://example.com|spec> ok")).toBe("met Ingrid spec (http://example.com) ok");
  expect(outcome("&lt;http://example.com|spec&gt;")).toBe("spec (http://example.com)");
  expect(outcome("<https://example.com|example.com>")).toBe("https://example.com");
  expect(outcome("<mailto:a@b.example|a@b.example>")).toBe("a@b.example");
  expect(take("met Ingrid <http://example.com|Deng Jie>")).toEqual({ ...ingrid, ...guess });
  expect(take("<http://example.com|spec> met Zenda Moor")).toEqual({ people: ["unknown: Zenda Moor"] });
});

test("a store is asked for a hyphenated name however it is typed", () => {
  expect(mentions("with kari anne moen")).toEqual(expect.arrayContaining(["kari-anne", "kari-anne moen"]));
  expect(mentions("with kari-anne moen")).toEqual(expect.arrayContaining(["kari anne moen"]));
});

test("however long a meeting took, its minutes are nobody", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 240 }),
      fc.constantFrom(" min", "min", " Min", " MIN", " mins"),
      fc.constantFrom("call w Ingrid", "met Ingrid at Huanan Mobile", "跟Ingrid吃饭"),
      (count, unit, told) => {
        const { people } = readLine(`${told} ${count}${unit}`, {
          today: "2026-03-09",
          now: "18:30",
          lexicon,
        });
        expect(people).toHaveLength(1);
      },
    ),
  );
});
