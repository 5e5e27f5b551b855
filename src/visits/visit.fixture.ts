import type { VisitFacts } from "./visit.ts";

/** A visit for tests that do not care which. */
export const someFacts: VisitFacts = {
  accountId: 1,
  metOn: "2026-03-09",
  metAt: null,
  type: "visit",
  channel: "in_person",
  minutes: null,
  outcome: "changed",
  attendeeIds: [1, 2],
  colleagueIds: [3],
  nextStep: null,
  nextStepDue: null,
};
