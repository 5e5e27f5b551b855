import { createHash } from "node:crypto";
import { findAccount } from "../accounts/index.ts";
import { type Coverage, listCoverage, restartClocks } from "../coverage/index.ts";
import { setNextStep } from "../followups/index.ts";
import type { Day } from "../platform/civil.ts";
import { allOf } from "../platform/db/all.ts";
import type { Scope } from "../platform/db/scope.ts";
import { findPolicy } from "../policy/index.ts";
import { addStakeholders, listStakeholders, type Newcomer, type Stakeholder } from "../stakeholders/index.ts";
import { writeCard } from "./card.actions.ts";
import { isEffective } from "./effective.ts";
import { type Judgement, setPeople, type Visit } from "./visit.store.ts";
import {
  type AnswerProblem,
  isPlanned,
  type VisitAnswers,
  type VisitBefore,
  type VisitFacts,
} from "./visit.ts";

/** Something picked in the form that the database does not know. */
export interface Problem {
  is: "problem";
  field: keyof VisitAnswers;
  code: AnswerProblem;
}

/** What the answers mean in this workspace. */
export interface Known {
  /** Attendees we know, and those to write down. */
  people: Stakeholder[];
  newcomers: Newcomer[];
  colleagueIds: number[];
}

export interface Settling {
  id: number;
  facts: VisitFacts;
  known: Known;
  /** Attendees the visit had before. */
  before: number[];
  coverage: Coverage | null;
  ownerId: number;
  today: string;
}

/** Everything that follows from a visit's row: newcomers, attendees, clocks, next step, card. */
export async function settle(
  tx: Scope,
  { id, facts, known, before, coverage, ownerId, today }: Settling,
): Promise<void> {
  const added = await addStakeholders(tx, facts.accountId, known.newcomers, today);
  const attendeeIds = [...new Set([...facts.attendeeIds, ...added])];
  const colleagueIds = facts.colleagueIds.filter((each) => each !== ownerId);
  const step = facts.nextStep ? { words: facts.nextStep, dueOn: facts.nextStepDue } : null;
  // What needs nothing of one another goes out together: waiting for each answer is most of a save's time.
  const [policy] = await allOf([
    findPolicy(tx),
    setPeople(tx, id, { attendeeIds, colleagueIds }),
    setNextStep(tx, { id, accountId: facts.accountId, ownerId }, step),
  ]);
  await restartClocks(tx, policy, [...new Set([...attendeeIds, ...before])]);
  await writeCard(tx, id, coverage, today);
}

export async function findKnown(
  tx: Scope,
  answers: VisitAnswers,
  colleagueIds: number[],
): Promise<Known | Problem> {
  const ids = [...new Set(answers.attendees.filter((each) => typeof each === "number"))];
  const [account, people] = await allOf([findAccount(tx, answers.account), listStakeholders(tx, ids)]);
  if (!account) return { is: "problem", field: "account", code: "account_missing" };
  if (people.length < ids.length) return { is: "problem", field: "attendees", code: "somebody_gone" };
  return {
    people,
    newcomers: answers.attendees.filter((each) => typeof each === "object"),
    colleagueIds,
  };
}

/** Whether the visit is planned and whether it counts. `today` is its author's, `before` what stood there. */
export function judge(
  facts: Pick<VisitFacts, "metOn" | "channel" | "outcome" | "minutes">,
  { people, newcomers }: Pick<Known, "people" | "newcomers">,
  { today, at, before }: { today: Day; at: Date; before?: VisitBefore },
): Judgement {
  const planned = isPlanned(facts, today, before);
  const written = newcomers.filter((each) => "name" in each).length;
  const named = people.filter(({ name }) => name !== null).length + written;
  return { planned, effective: isEffective({ ...facts, planned, named }), at };
}

export const factsOf = (answers: VisitAnswers, { people, colleagueIds }: Known): VisitFacts => ({
  accountId: answers.account,
  metOn: answers.metOn,
  metAt: answers.metAt ?? null,
  type: answers.type,
  channel: answers.channel,
  minutes: answers.minutes ?? null,
  outcome: answers.outcome.trim(),
  attendeeIds: people.map(({ id }) => id),
  colleagueIds,
  nextStep: answers.nextStep.trim() || null,
  nextStepDue: answers.nextStepDue ?? null,
});

/** A visit without what only the record knows of it: what Undo may bring back. */
export function factsOfVisit(visit: Visit): VisitBefore {
  const { id, accountName, accountNativeName, authorId, effective, nonce, formWords, editWords, ...rest } =
    visit;
  const { version, previous, changedAt, deletedAt, ...facts } = rest;
  return facts;
}

export async function coverageNow(tx: Scope, accountId: number, today: string): Promise<Coverage | null> {
  const [coverage] = await listCoverage(tx, [accountId], today);
  return coverage ?? null;
}

export const digest = (answers: VisitAnswers): string =>
  createHash("sha256").update(JSON.stringify(answers)).digest("base64url");
