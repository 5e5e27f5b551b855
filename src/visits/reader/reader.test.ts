import { expect, test } from "vitest";
import { read, taken } from "./lines.fixture.ts";

test("a lunch off the record keeps its source, its complaint and last Tuesday, and promises nothing", () => {
  const line =
    'lunch Jörg (DT) tues, off the record: hates our invoices, Ericsson "just works". no promises made';
  expect(taken(read(line))).toEqual({
    account: "Deutsche Telekom",
    people: ["Jörg Müller"],
    on: "2026-03-03",
    part: "noon",
    type: "meal",
    voices: [
      "complaint by Jörg Müller: hates our invoices",
      'rival_praise by Jörg Müller: Ericsson "just works"',
    ],
    secret: true,
  });
});

test("a call of five minutes says that it will not count, and that the promise is theirs", () => {
  expect(taken(read("called Priya 5 min re PO, she'll send it by wed"))).toEqual({
    account: "Acme",
    people: ["Priya Nair"],
    channel: "phone",
    minutes: 5,
    promises: ["them, 2026-03-11: she'll send it by wed"],
    doubts: ["account_is_a_guess", "under_ten_minutes"],
  });
});

test("tomorrow's review is a plan with a to-do, not a promise to the customer", () => {
  expect(taken(read("tmrw 10am Acme QBR w/ Wang Li, need to bring updated slides"))).toEqual({
    account: "Acme",
    people: ["Wang Li"],
    on: "2026-03-10",
    at: "10:00",
    type: "review",
    next: "no date: need to bring updated slides",
  });
});

test("王总 and 李处 are found inside 移动, and nobody decides whose promise 答应 is", () => {
  expect(taken(read("昨晚跟移动王总、李处吃饭，王总说基站老断站，答应周五前给整改方案"))).toEqual({
    account: "中国移动",
    people: ["王建国", "李敏"],
    on: "2026-03-08",
    part: "evening",
    type: "meal",
    promises: ["ask, 2026-03-13: 答应周五前给整改方案"],
    voices: ["complaint by 王建国: 王总说基站老断站"],
    doubts: ["direction_unclear"],
  });
});

test("somebody not met is never an attendee, and the day agreed on is a plan", () => {
  expect(taken(read("没见到吴总，出差了，跟他秘书小林约了下周二"))).toEqual({
    account: "中国移动",
    people: ["unknown: 小林 (form of address)"],
    notMet: ["吴刚"],
    plans: ["吴刚 2026-03-17"],
    doubts: ["account_is_a_guess"],
  });
});

test("a new 女主任 is a seat called 主任; nicknames are people, not surnames", () => {
  expect(taken(read("上周五 华南设计院 技术交流 老周、小何、还有个新来的女主任没记住姓"))).toEqual({
    account: "华南设计院",
    people: ["周强", "何苗", "seat: 主任"],
    on: "2026-03-06",
    type: "technical_exchange",
  });
});

test("what was typed stays the outcome, word for word", () => {
  const line = "  lunch Priya — R&amp;D asked &lt;why&gt;\n\nsee notes ";
  expect(read(line).outcome).toBe("  lunch Priya — R&D asked <why>\n\nsee notes ");
});
