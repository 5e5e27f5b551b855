import { findAccount } from "../accounts/index.ts";
import { restartClocks } from "../coverage/index.ts";
import type { Day } from "../platform/civil.ts";
import { allOf } from "../platform/db/all.ts";
import { writeAudit } from "../platform/db/ledger.store.ts";
import type { Scope } from "../platform/db/scope.ts";
import { Refusal } from "../platform/slack/trouble.ts";
import { findPolicy } from "../policy/index.ts";
import { listStakeholders } from "../stakeholders/index.ts";
import { type Asker, listMembers, refusalText } from "../team/index.ts";
import { writeCard } from "./card.actions.ts";
import { dropDraft } from "./draft.store.ts";
import {
  coverageNow,
  digest,
  factsOf,
  factsOfVisit,
  findKnown,
  judge,
  type Known,
  type Problem,
  settle,
} from "./settle.actions.ts";
import {
  findVisit,
  findVisitOfForm,
  insertVisit,
  type Judgement,
  reviseVisit,
  setDeleted,
  type Visit,
} from "./visit.store.ts";
import { visitText } from "./visit.text.ts";
import type { VisitAnswers, VisitBefore, VisitFacts } from "./visit.ts";

/** What became of a submission. */
export type Saved =
  | { is: "saved"; id: number }
  /** The same words again: nothing was written. */
  | { is: "repeat"; id: number }
  /** Somebody changed the visit since this form was opened. */
  | { is: "overtaken"; theirs: Visit }
  | Problem;

/**
 * Writes a form down as a visit, once by its nonce; an edited repeat is an edit. Visit, people, clocks, next step,
 * audit and card are one transaction: all of it is there, or the words stay on screen.
 * @throws Refusal when the form's visit is somebody else's or deleted.
 */
export async function recordVisit(
  asker: Asker,
  answers: VisitAnswers,
  { nonce, colleagueIds }: { nonce: string; colleagueIds: number[] },
): Promise<Saved> {
  const { scope, member, today, at } = asker;
  return scope.together(async (tx) => {
    const [known, coverage] = await allOf([
      findKnown(tx, answers, colleagueIds),
      coverageNow(tx, answers.account, today),
    ]);
    if ("is" in known) return known;
    const facts = factsOf(answers, known);
    const formWords = digest(answers);
    const judgement = judge(facts, known, { today, at });
    const id = await insertVisit(tx, facts, judgement, { nonce, formWords, authorId: member.id });
    if (id === null) return repeat(tx, asker, { nonce, facts, known, formWords });
    await allOf([
      settle(tx, { id, facts, known, before: [], coverage, ownerId: member.id, today }),
      writeAudit(tx, { memberId: member.id, act: "visit.recorded", subject: `visit:${id}` }),
      dropDraft(tx, nonce, member.id),
    ]);
    return { is: "saved", id };
  });
}

/** The form has made its visit already: its own words again write nothing, other words are an edit. */
async function repeat(
  tx: Scope,
  asker: Asker,
  { nonce, facts, known, formWords }: { nonce: string; facts: VisitFacts; known: Known; formWords: string },
): Promise<Saved> {
  const made = await findVisitOfForm(tx, nonce);
  if (!made || made.authorId !== asker.member.id) throw new Refusal(refusalText("not_allowed", asker.locale));
  if (made.deletedAt) throw new Refusal(visitText(asker.locale).goneVisit);
  if (made.formWords === formWords) return { is: "repeat", id: made.id };
  if (made.editWords !== null) return { is: "overtaken", theirs: made };
  return revise(tx, asker, { made, facts, known, kept: { formWords, editWords: null } });
}

/** Writes an edit over a visit, if nobody was faster since the form was opened. @throws Refusal when it is deleted. */
export async function editVisit(
  asker: Asker,
  visit: Visit,
  answers: VisitAnswers,
  { version, colleagueIds }: { version: number; colleagueIds: number[] },
): Promise<Saved> {
  return asker.scope.together(async (tx) => {
    const known = await findKnown(tx, answers, colleagueIds);
    if ("is" in known) return known;
    const editWords = digest(answers);
    const made = { ...visit, version };
    const saved = await revise(tx, asker, {
      made,
      facts: factsOf(answers, known),
      known,
      kept: { formWords: visit.formWords, editWords },
    });
    if (saved.is !== "overtaken") return saved;
    if (saved.theirs.deletedAt) throw new Refusal(visitText(asker.locale).goneVisit);
    // The same press arriving twice is not somebody else.
    return saved.theirs.editWords === editWords ? { is: "repeat", id: visit.id } : saved;
  });
}

/** Takes an edit back: what stood there before stands again. @returns false when it has changed since. */
export async function revertVisit(asker: Asker, visit: Visit, before: VisitBefore): Promise<boolean> {
  return asker.scope.together(async (tx) => {
    const { planned, ...facts } = before;
    if (!(await findAccount(tx, facts.accountId))) return false;
    const people = await listStakeholders(tx, facts.attendeeIds);
    const known = { people, newcomers: [], colleagueIds: facts.colleagueIds };
    // Not the form's words any more, and nobody's edit either.
    const kept = { formWords: visit.formWords, editWords: "" };
    const saved = await revise(tx, asker, { made: visit, facts, known, kept, stood: before });
    return saved.is === "saved";
  });
}

interface Revision {
  /** The visit in the version the writer saw. */
  made: Visit;
  facts: VisitFacts;
  known: Known;
  kept: Pick<Visit, "formWords" | "editWords">;
  /** Set when this takes an edit back: whether it was a plan stands there, and there is nothing further to undo. */
  stood?: VisitBefore;
}

async function revise(
  tx: Scope,
  asker: Asker,
  { made, facts, known, kept, stood }: Revision,
): Promise<Saved> {
  const { member, today, at } = asker;
  const coverage = await coverageNow(tx, facts.accountId, today);
  const before = factsOfVisit(made);
  const judgement: Judgement = judge(facts, known, {
    today: await authorsDay(tx, asker, made),
    at,
    before: stood ?? before,
  });
  const previous = stood ? null : before;
  if (!(await reviseVisit(tx, made, facts, judgement, { ...kept, previous })))
    return { is: "overtaken", theirs: (await findVisit(tx, made.id)) ?? made };
  const ownerId = made.authorId ?? member.id;
  await settle(tx, { id: made.id, facts, known, before: made.attendeeIds, coverage, ownerId, today });
  const act = stood ? "visit.reverted" : "visit.edited";
  await writeAudit(tx, { memberId: member.id, act, subject: `visit:${made.id}` });
  return { is: "saved", id: made.id };
}

/** A visit's day is its author's: a manager five hours west must not turn today's visit into a plan. */
async function authorsDay(tx: Scope, asker: Asker, { authorId }: Visit): Promise<Day> {
  if (authorId === null || authorId === asker.member.id) return asker.today;
  const [author] = await listMembers(tx, [authorId]);
  return author ? asker.dayIn(author.timeZone) : asker.today;
}

/** Takes a visit out of every number, or brings it back; clocks and card follow. @returns false when it was so already. */
export async function deleteOrRestore(
  { scope, member, today, at }: Asker,
  { id }: Visit,
  wanted: "deleted" | "restored",
): Promise<boolean> {
  return scope.together(async (tx) => {
    if (!(await setDeleted(tx, id, wanted === "deleted" ? at : null, at))) return false;
    // Read now that the row is ours: somebody may have changed who was there.
    const visit = await findVisit(tx, id);
    if (!visit) return false;
    const before = await coverageNow(tx, visit.accountId, today);
    await restartClocks(tx, await findPolicy(tx), visit.attendeeIds);
    await writeAudit(tx, { memberId: member.id, act: `visit.${wanted}`, subject: `visit:${id}` });
    await writeCard(tx, id, before, today);
    return true;
  });
}
