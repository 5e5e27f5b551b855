import { trouble } from "../../src/platform/slack/trouble.text.ts";
import { english } from "../../src/setup/import.text.en.ts";
import { problemText, renderReport } from "../../src/setup/import.text.ts";
import { chinese } from "../../src/setup/import.text.zh.ts";
import { FILE_FAULTS, REFUSALS, REMARKS } from "../../src/setup/problems.ts";
import { type Report, reportOf } from "../../src/setup/report.ts";
import { stakeholderText } from "../../src/stakeholders/stakeholder.text.ts";
import { refusalText } from "../../src/team/member.text.ts";
import type { Remark } from "../../src/visits/draft.ts";
import type { NotEffective } from "../../src/visits/effective.ts";
import { visitText } from "../../src/visits/visit.text.ts";
import type { AnswerProblem } from "../../src/visits/visit.ts";

/** The compiler knows every code; these lists know them too, or do not compile. */
const codes = <Code extends string>(all: Record<Code, true>) => Object.keys(all) as Code[];

const answerProblems = codes<AnswerProblem>({
  ...{ account_missing: true, attendees_missing: true, attendees_too_many: true, day_missing: true },
  ...{ day_too_far: true, text_too_long: true, minutes_wrong: true, step_missing: true },
  ...{ answer_unreadable: true, colleague_refused: true, somebody_gone: true },
});
const remarks = codes<Remark["about"]>({
  ...{
    account_is_a_guess: true,
    account_unclear: true,
    account_unknown: true,
    person_unclear: true,
    person_unknown: true,
  },
  ...{ date_not_understood: true, direction_unclear: true, date_to_agree: true, under_ten_minutes: true },
  ...{
    only_a_touch: true,
    nobody_met: true,
    not_met: true,
    plan_found: true,
    too_many_people: true,
    colleague_not_in_slack: true,
  },
});
const reasons = codes<NotEffective>({
  ...{ planned: true, phone_too_short: true, nobody_named: true, outcome_too_short: true },
});
const refused = codes<Parameters<typeof refusalText>[0]>({
  ...{ bot: true, guest: true, stranger: true, deactivated: true, not_allowed: true },
});

const DAY = "2026-03-09";
const report: Report = {
  ...reportOf("accounts", false),
  ...{ added: 1, changed: 2, unchanged: 3, skipped: 1, created: { accounts: ["1"], departments: 2 } },
  ...{ ignored: ["1"], dropped: ["2"], problems: [{ line: 2, code: "empty_file", detail: [], column: "1" }] },
};
const ofImport = {
  ...{ line: [[2]], counts: [[report]], created: [[["1"], 2]], ignored: [[["1"]]], dropped: [[["2"]]] },
  ...{ refusedHeading: [[1], [2]], remarksHeading: [[1], [2]], done: [[report, ""]] },
  ...Object.fromEntries(
    [...FILE_FAULTS, ...REFUSALS, ...REMARKS].map((code) => [`problem.${code}`, [[["1", "2", "3"], "4"]]]),
  ),
  ...Object.fromEntries(Object.keys(english.things).map((kind) => [`things.${kind}`, [[1], [2]]])),
};

/** A text in both languages, and with what to call each of its functions. Digits and symbols are in no language. */
export interface Texts {
  en: unknown;
  zh: unknown;
  calls: Record<string, unknown[][]>;
}

/** By file. The files of one language belong to the file that chooses between them. */
export const TEXTS: Record<string, Texts> = {
  "src/platform/slack/trouble.text.ts": {
    ...{ en: trouble.en, zh: trouble.zh },
    calls: { broke: [["7"]], slowSave: [["“1”"]], slackBusy: [[3]] },
  },
  "src/setup/import.text.ts": { en: english, zh: chinese, calls: ofImport },
  "src/stakeholders/stakeholder.text.ts": {
    ...{ en: stakeholderText("en"), zh: stakeholderText("zh") },
    calls: {
      ...{ add: [["1"]], addSeat: [["1"]], seatName: [["1"]] },
      lastMet: [
        [null, DAY],
        [DAY, DAY],
      ],
    },
  },
  "src/team/member.text.ts": {
    en: Object.fromEntries(refused.map((why) => [why, refusalText(why, "en")])),
    zh: Object.fromEntries(refused.map((why) => [why, refusalText(why, "zh")])),
    calls: {},
  },
  "src/visits/visit.text.ts": {
    ...{ en: visitText("en"), zh: visitText("zh") },
    calls: {
      problem: answerProblems.map((code) => [code]),
      remark: remarks.map((about) => [{ about, words: "1" }]),
      ...{ understood: [["1"]], found: [[1, 2]], saved: [["1"]], planned: [["1"]], deleted: [["1"]] },
      draftOf: [["1"], [null]],
      doesntCount: reasons.map((reason) => [[reason]]),
      covered: [["1", 1, 2, 1]],
      headcountUnset: [[1], [2]],
      ...{ nextDue: [[DAY, DAY]], step: [["1", "2"]], minutesLong: [[5]], with: [[["1"]]], andMore: [[2]] },
      ...{ theirs: [[["1"]]], tooManyLines: [[10]] },
    },
  },
};

/** Whole texts that are put together from others. */
export const WHOLE: Record<"en" | "zh", string[]> = {
  en: [
    renderReport(report, "en"),
    problemText({ line: 1, code: "empty_file", detail: [], column: "1" }, "en"),
  ],
  zh: [
    renderReport(report, "zh"),
    problemText({ line: 1, code: "empty_file", detail: [], column: "1" }, "zh"),
  ],
};
