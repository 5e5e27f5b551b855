/** English lines, as thumbs type them. Each states all that is taken; whatever it does not mention must not be. */
import { expect, test } from "vitest";
import { read, taken } from "./lines.fixture.ts";

const lines: { line: string; today?: string; now?: string; takes: Record<string, unknown> }[] = [
  {
    line: "met Wang Li yesterday at Acme with Viktor, she'll confirm the dates by friday",
    takes: {
      account: "Acme",
      people: ["Wang Li"],
      on: "2026-03-08",
      ours: ["Viktor"],
      promises: ["them, 2026-03-13: she'll confirm the dates by friday"],
    },
  },
  {
    line: "met Wang Li yesterday she'll send the PO by wed",
    takes: {
      account: "Acme",
      people: ["Wang Li"],
      on: "2026-03-08",
      promises: ["them, 2026-03-11: she'll send the PO by wed"],
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "Met Sarah Connor at Acme today, 2h",
    takes: { account: "Acme", people: ["unknown: Sarah Connor"], on: "2026-03-09", minutes: 120 },
  },
  {
    line: "dinner w/ Priya and Wang Li last fri, i said ok to 5% discount",
    takes: {
      account: "Acme",
      people: ["Priya Nair", "Wang Li"],
      on: "2026-03-06",
      part: "evening",
      type: "meal",
      promises: ["us, no date: i said ok to 5% discount"],
      doubts: ["account_is_a_guess", "date_to_agree"],
    },
  },
  {
    line: "they want monthly invoices, i said ok",
    takes: {
      promises: ["us, no date: they want monthly invoices, i said ok"],
      voices: ["request by ?: they want monthly invoices"],
      doubts: ["date_to_agree"],
    },
  },
  {
    line: "Acme: Priya asked us to fix the portal by friday",
    takes: {
      account: "Acme",
      people: ["Priya Nair"],
      voices: ["request by Priya Nair: Priya asked us to fix the portal by friday"],
    },
  },
  {
    line: "we can't promise anything before june, told Priya",
    takes: { account: "Acme", people: ["Priya Nair"], doubts: ["account_is_a_guess"] },
  },
  {
    line: "if they sign we'll send two engineers, coffee with Priya today",
    takes: {
      account: "Acme",
      people: ["Priya Nair"],
      on: "2026-03-09",
      type: "meal",
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "we'll deliver the spares if they sign, visited Acme",
    takes: { account: "Acme", type: "visit" },
  },
  {
    line: "emailed Priya the deck",
    takes: { account: "Acme", people: ["Priya Nair"], doubts: ["account_is_a_guess", "only_a_touch"] },
  },
  {
    line: "texted Priya, she's happy with the rollout",
    takes: {
      account: "Acme",
      people: ["Priya Nair"],
      voices: ["praise by Priya Nair: she's happy with the rollout"],
      doubts: ["account_is_a_guess", "only_a_touch"],
    },
  },
  {
    line: "emailed Priya, then met her at Acme",
    takes: { account: "Acme", people: ["Priya Nair"] },
  },
  {
    line: "onsite meeting with Priya at Acme thurs",
    takes: { account: "Acme", people: ["Priya Nair"], on: "2026-03-05", channel: "in_person" },
  },
  {
    line: "Zoom with Priya 45 min, happy with support, no complaints",
    takes: {
      account: "Acme",
      people: ["Priya Nair"],
      channel: "video",
      minutes: 45,
      voices: ["praise by Priya Nair: happy with support"],
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "Acme says Ericsson is cheaper",
    takes: { account: "Acme", voices: ["rival_praise by ?: Acme says Ericsson is cheaper"] },
  },
  {
    line: "Priya prefers Ericsson",
    takes: {
      account: "Acme",
      people: ["Priya Nair"],
      voices: ["rival_praise by Priya Nair: Priya prefers Ericsson"],
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "visited Ericsson, Seán O'Brien hates our portal",
    takes: {
      account: "Ericsson",
      people: ["Seán O’Brien"],
      type: "visit",
      voices: ["complaint by Seán O’Brien: Seán O'Brien hates our portal"],
    },
  },
  {
    line: "lunch with Mr Tanaka at Acme",
    takes: { account: "Acme", people: ["unknown: Mr Tanaka (form of address)"], part: "noon", type: "meal" },
  },
  {
    line: "called DT, Jörg wasn't there",
    takes: { account: "Deutsche Telekom", notMet: ["Jörg Müller"], channel: "phone", doubts: ["nobody_met"] },
  },
  {
    line: "met Priya but Wang Li couldn't make it",
    takes: { account: "Acme", people: ["Priya Nair"], notMet: ["Wang Li"], doubts: ["account_is_a_guess"] },
  },
  {
    line: "didn't see Jörg, met the new head of procurement at DT",
    takes: { account: "Deutsche Telekom", people: ["seat: head of procurement"], notMet: ["Jörg Müller"] },
  },
  {
    line: "Priya promised the contract asap",
    takes: {
      account: "Acme",
      people: ["Priya Nair"],
      promises: ["them, no date: Priya promised the contract asap"],
      doubts: ["account_is_a_guess", "date_to_agree"],
    },
  },
  {
    line: "promised Priya slides by 20 March",
    takes: {
      account: "Acme",
      people: ["Priya Nair"],
      promises: ["ask, 2026-03-20: promised Priya slides by 20 March"],
      doubts: ["account_is_a_guess", "direction_unclear"],
    },
  },
  {
    line: "coffee w Priya today, said he'd pay by friday",
    takes: {
      account: "Acme",
      people: ["Priya Nair"],
      on: "2026-03-09",
      type: "meal",
      promises: ["them, 2026-03-13: said he'd pay by friday"],
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "I promised Jörg a credit note by eom, met him today",
    takes: {
      account: "Deutsche Telekom",
      people: ["Jörg Müller"],
      on: "2026-03-09",
      promises: ["us, 2026-03-31: I promised Jörg a credit note by eom"],
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "visited Acme 12th of February with our CTO Ben",
    takes: { account: "Acme", on: "2026-02-12", type: "visit", ours: ["Ben"] },
  },
  {
    line: "met Priya two weeks ago, training went fine",
    takes: {
      account: "Acme",
      people: ["Priya Nair"],
      on: "2026-02-23",
      type: "training",
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "met Priya 3/4 at Acme",
    takes: { account: "Acme", people: ["Priya Nair"], doubts: ["date_not_understood"] },
  },
  {
    line: "met Priya 23/2 at Acme",
    takes: { account: "Acme", people: ["Priya Nair"], on: "2026-02-23" },
  },
  {
    line: "met Priya 2026-02-27",
    takes: { account: "Acme", people: ["Priya Nair"], on: "2026-02-27", doubts: ["account_is_a_guess"] },
  },
  {
    line: "met Priya in two weeks",
    takes: { account: "Acme", people: ["Priya Nair"], doubts: ["account_is_a_guess", "date_not_understood"] },
  },
  {
    line: "met Priya a month ago",
    takes: { account: "Acme", people: ["Priya Nair"], on: "2026-02-09", doubts: ["account_is_a_guess"] },
  },
  {
    line: "met Priya March 2nd, 2025",
    takes: { account: "Acme", people: ["Priya Nair"], on: "2025-03-02", doubts: ["account_is_a_guess"] },
  },
  {
    line: "within two days I'll send Priya the quote",
    takes: {
      account: "Acme",
      people: ["Priya Nair"],
      promises: ["us, 2026-03-11: I'll send Priya the quote"],
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "we ran a two week trial with Priya",
    takes: { account: "Acme", people: ["Priya Nair"], doubts: ["account_is_a_guess"] },
  },
  {
    line: "met Priya last week",
    takes: { account: "Acme", people: ["Priya Nair"], doubts: ["account_is_a_guess", "date_not_understood"] },
  },
  {
    line: "met Priya on 29 Feb",
    takes: { account: "Acme", people: ["Priya Nair"], doubts: ["account_is_a_guess", "date_not_understood"] },
  },
  {
    line: "DT lunch, the new security guy was there, asked about ISO",
    takes: { account: "Deutsche Telekom", people: ["seat: security guy"], part: "noon", type: "meal" },
  },
  {
    line: "the new security lady at DT joined lunch",
    takes: { account: "Deutsche Telekom", people: ["seat: security"], part: "noon", type: "meal" },
  },
  {
    line: "meeting scheduled with Priya at Acme on thursday 2pm",
    takes: { account: "Acme", people: ["Priya Nair"], on: "2026-03-12", at: "14:00" },
  },
  {
    line: "Acme QBR w/ Wang Li scheduled for thursday",
    takes: { account: "Acme", people: ["Wang Li"], on: "2026-03-12", type: "review" },
  },
  {
    line: "met Wang Li, agreed to meet again next tues 10am",
    takes: {
      account: "Acme",
      people: ["Wang Li"],
      plans: ["Wang Li 2026-03-17 10:00"],
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "Priya wants a training",
    takes: {
      account: "Acme",
      people: ["Priya Nair"],
      voices: ["request by Priya Nair: Priya wants a training"],
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "lunch with Chen at Acme",
    takes: {
      account: "Acme",
      people: ["one of 108, 109"],
      part: "noon",
      type: "meal",
      doubts: ["person_unclear"],
    },
  },
  {
    line: "lunch with Lena Chen and Chen's assistant",
    takes: {
      account: "Acme",
      people: ["Lena Chen", "seat: assistant"],
      part: "noon",
      type: "meal",
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "met li wang at acme",
    takes: { account: "Acme", people: ["Wang Li"] },
  },
  {
    line: "quick call with Priya, will send deck",
    takes: {
      account: "Acme",
      people: ["Priya Nair"],
      channel: "phone",
      promises: ["ask, no date: will send deck"],
      doubts: ["account_is_a_guess", "direction_unclear", "date_to_agree"],
    },
  },
  {
    line: "Viktor will send the slides to Priya by wed. lunch Priya today",
    takes: {
      account: "Acme",
      people: ["Priya Nair"],
      on: "2026-03-09",
      part: "noon",
      type: "meal",
      promises: ["us, 2026-03-11: Viktor will send the slides to Priya by wed"],
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "call Priya tomorrow",
    takes: {
      account: "Acme",
      people: ["Priya Nair"],
      on: "2026-03-10",
      channel: "phone",
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "met Priya monday",
    takes: { account: "Acme", people: ["Priya Nair"], on: "2026-03-09", doubts: ["account_is_a_guess"] },
  },
  {
    line: "lunhc w Priya teusday, hte portal keeps crashing",
    takes: {
      account: "Acme",
      people: ["Priya Nair"],
      on: "2026-03-03",
      voices: ["complaint by Priya Nair: hte portal keeps crashing"],
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "wendsday Acme, todo send minutes by fri",
    takes: { account: "Acme", on: "2026-03-04", next: "2026-03-13: todo send minutes by fri" },
  },
  {
    line: "met Priya on sat, sun shining",
    takes: { account: "Acme", people: ["Priya Nair"], on: "2026-03-07", doubts: ["account_is_a_guess"] },
  },
  {
    line: "will they sign? met Will at DT",
    takes: { account: "Deutsche Telekom", people: ["Will Öztürk"] },
  },
  {
    line: "sat with Priya at Acme",
    takes: { account: "Acme", people: ["Priya Nair"] },
  },
  {
    line: "ran into Jörg at MWC",
    takes: {
      account: "Deutsche Telekom",
      people: ["Jörg Müller"],
      type: "chance_meeting",
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "called Priya half an hour, off the record she's leaving",
    takes: {
      account: "Acme",
      people: ["Priya Nair"],
      channel: "phone",
      minutes: 30,
      secret: true,
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "Acme and DT workshop",
    takes: { accounts: [11, 10], doubts: ["account_unclear"] },
  },
  {
    line: "met Priya and Jörg yesterday",
    takes: { people: ["Priya Nair", "Jörg Müller"], on: "2026-03-08" },
  },
  {
    line: "Dr. Müller (DT) impressed with the demo",
    takes: {
      account: "Deutsche Telekom",
      people: ["Jörg Müller"],
      voices: ["praise by Jörg Müller: Dr. Müller (DT) impressed with the demo"],
    },
  },
  {
    line: "met Priya 24/7 support is broken",
    takes: {
      account: "Acme",
      people: ["Priya Nair"],
      voices: ["complaint by Priya Nair: met Priya 24/7 support is broken"],
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "on thursday i'm meeting Priya at Acme",
    takes: { account: "Acme", people: ["Priya Nair"], on: "2026-03-12" },
  },
  {
    line: "spoke to Priya re tomorrow's call",
    takes: { account: "Acme", people: ["Priya Nair"], doubts: ["account_is_a_guess", "date_not_understood"] },
  },
  {
    line: "remember to call Jörg by the 12th. visited DT",
    takes: {
      account: "Deutsche Telekom",
      type: "visit",
      next: "2026-03-12: remember to call Jörg by the 12th",
    },
  },
  {
    line: "dinner tonight with Priya",
    today: "2026-03-10",
    now: "00:40",
    takes: {
      account: "Acme",
      people: ["Priya Nair"],
      on: "2026-03-09",
      part: "evening",
      type: "meal",
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "met Priya tues",
    today: "2026-03-10",
    takes: { account: "Acme", people: ["Priya Nair"], on: "2026-03-10", doubts: ["account_is_a_guess"] },
  },
  {
    line: "promised Priya an answer by monday",
    takes: {
      account: "Acme",
      people: ["Priya Nair"],
      promises: ["ask, 2026-03-16: promised Priya an answer by monday"],
      doubts: ["account_is_a_guess", "direction_unclear"],
    },
  },
  {
    line: "Priya isn't sure they'll move ahead, might send us an RFP",
    takes: { account: "Acme", people: ["Priya Nair"], doubts: ["account_is_a_guess"] },
  },
  {
    line: "Coffee with Lena this morning, very happy, wants a demo next month",
    takes: {
      account: "Acme",
      people: ["Lena Chen"],
      on: "2026-03-09",
      part: "morning",
      type: "meal",
      voices: ["praise by Lena Chen: very happy", "request by Lena Chen: wants a demo next month"],
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "Jörg mtg fri 3pm - asked if we can do 10% off, told him no",
    takes: {
      account: "Deutsche Telekom",
      people: ["Jörg Müller"],
      on: "2026-03-06",
      at: "15:00",
      voices: ["request by Jörg Müller: asked if we can do 10% off"],
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "spoke w/ priya on the phone 25 mins. Invoice issue again. I'll get back to her by thurs",
    takes: {
      account: "Acme",
      people: ["Priya Nair"],
      channel: "phone",
      minutes: 25,
      promises: ["us, 2026-03-12: I'll get back to her by thurs"],
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "Had dinner w/ Jörg + Will last night. Ben joined. They liked the pilot but worried about price",
    takes: {
      account: "Deutsche Telekom",
      people: ["Jörg Müller", "Will Öztürk"],
      on: "2026-03-08",
      part: "evening",
      type: "meal",
      ours: ["Ben"],
      voices: ["praise by ?: They liked the pilot", "complaint by ?: but worried about price"],
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "visit Acme mon 16 march 9am w/ Viktor",
    takes: { account: "Acme", on: "2026-03-16", at: "09:00", type: "visit", ours: ["Viktor"] },
  },
  {
    line: "No show from Priya. Rescheduled to 12 March",
    takes: {
      account: "Acme",
      notMet: ["Priya Nair"],
      plans: ["Priya Nair 2026-03-12"],
      doubts: ["account_is_a_guess", "nobody_met"],
    },
  },
  {
    line: "Met Priya & her boss, new CFO. He promised to approve the budget this month",
    takes: {
      account: "Acme",
      people: ["Priya Nair", "seat: boss"],
      promises: ["them, no date: He promised to approve the budget this month"],
      doubts: ["account_is_a_guess", "date_to_agree"],
    },
  },
  {
    line: "Tom Chen rang - wants call back tomorrow",
    takes: {
      account: "Acme",
      people: ["Tom Chen"],
      channel: "phone",
      voices: ["request by Tom Chen: wants call back tomorrow"],
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "we never promised a discount to Priya",
    takes: { account: "Acme", people: ["Priya Nair"], doubts: ["account_is_a_guess"] },
  },
  {
    line: 'Jörg: "if you fix the outage by friday we\'ll sign"',
    takes: {
      account: "Deutsche Telekom",
      people: ["Jörg Müller"],
      voices: ['complaint by Jörg Müller: "if you fix the outage by friday'],
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "Priya will be on leave next week",
    takes: { account: "Acme", people: ["Priya Nair"], doubts: ["account_is_a_guess", "date_not_understood"] },
  },
  {
    line: "missed Priya, left card with reception",
    takes: { account: "Acme", notMet: ["Priya Nair"], doubts: ["account_is_a_guess", "nobody_met"] },
  },
  {
    line: "Had a good meeting at Acme, nothing promised",
    takes: { account: "Acme" },
  },
  {
    line: "saw Wang Li at the Acme xmas party, he might leave",
    takes: { account: "Acme", people: ["Wang Li"] },
  },
  {
    line: "QBR Acme today. Present: Priya, Wang Li, Lena Chen. Viktor and Ben from us.",
    takes: {
      account: "Acme",
      people: ["Priya Nair", "Wang Li", "Lena Chen"],
      on: "2026-03-09",
      type: "review",
      ours: ["Viktor", "Ben"],
    },
  },
  {
    line: "introduced our new CTO to Priya at Acme",
    takes: { account: "Acme", people: ["Priya Nair"] },
  },
  {
    line: "Lunch with Anna Schmidt and Peter from DT yesterday",
    takes: {
      account: "Deutsche Telekom",
      people: ["unknown: Anna Schmidt", "unknown: Peter"],
      on: "2026-03-08",
      part: "noon",
      type: "meal",
    },
  },
  {
    line: "dropped by DT, nobody in",
    takes: { account: "Deutsche Telekom", doubts: ["nobody_met"] },
  },
  {
    line: "Jörg agreed to send logs by tmrw, we agreed to review by fri",
    takes: {
      account: "Deutsche Telekom",
      people: ["Jörg Müller"],
      promises: [
        "them, 2026-03-10: Jörg agreed to send logs by tmrw",
        "us, 2026-03-13: we agreed to review by fri",
      ],
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "told Priya we'd ship the spares next week",
    takes: {
      account: "Acme",
      people: ["Priya Nair"],
      promises: ["us, 2026-03-20: told Priya we'd ship the spares next week"],
      doubts: ["account_is_a_guess"],
    },
  },
];

test.each(lines)("$line", ({ line, today, now, takes }) => {
  expect(taken(read(line, today, now))).toEqual(takes);
});
