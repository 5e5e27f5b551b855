import { and, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { accounts } from "../accounts/account.table.ts";
import { followUps } from "../followups/followup.table.ts";
import { allOf } from "../platform/db/all.ts";
import type { Scope } from "../platform/db/scope.ts";
import { attendees, colleagues, visits } from "./visit.table.ts";
import type { VisitBefore, VisitFacts } from "./visit.ts";

/** A visit as it stands in the record. */
export interface Visit extends VisitFacts {
  id: number;
  accountName: string;
  accountNativeName: string | null;
  authorId: number | null;
  planned: boolean;
  effective: boolean;
  nonce: string | null;
  /** Digest of the words the form last sent under this nonce. */
  formWords: string | null;
  /** Digest of an edit that came after the form; null while the form's own words stand. */
  editWords: string | null;
  version: number;
  previous: VisitBefore | null;
  changedAt: Date;
  deletedAt: Date | null;
}

/** What the writer knows besides the facts. */
export interface Judgement {
  planned: boolean;
  effective: boolean;
  at: Date;
}

type Row = Pick<typeof visits.$inferInsert, "nonce" | "formWords"> & { authorId: number };

/** @returns the new visit's id; null when the form with this nonce has already made one. Its people follow by `setPeople`. */
export async function insertVisit(
  scope: Scope,
  facts: VisitFacts,
  { planned, effective, at }: Judgement,
  row: Row,
): Promise<number | null> {
  const [visit] = await scope.db
    .insert(visits)
    .values({
      ...row,
      ...columnsOf(facts),
      workspaceId: scope.workspace,
      planned,
      effective,
      recordedAt: at,
      changedAt: at,
    })
    .onConflictDoNothing({ target: [visits.workspaceId, visits.nonce] })
    .returning({ id: visits.id });
  return visit?.id ?? null;
}

/**
 * Writes the facts over a visit, if it still is the version the writer saw; what stood there is kept for Undo.
 * @returns false when somebody else was faster, or has deleted it.
 */
export async function reviseVisit(
  scope: Scope,
  before: Visit,
  facts: VisitFacts,
  { planned, effective, at }: Judgement,
  kept: Pick<Visit, "formWords" | "editWords" | "previous">,
): Promise<boolean> {
  const changed = await scope.db
    .update(visits)
    .set({
      ...columnsOf(facts),
      planned,
      effective,
      ...kept,
      changedAt: at,
      version: before.version + 1,
    })
    .where(and(ofVisit(scope, before.id), eq(visits.version, before.version), isNull(visits.deletedAt)))
    .returning({ id: visits.id });
  return changed.length > 0;
}

/** Takes a visit out of every number, or brings it back; there is then no edit to undo. @returns whether anything changed. */
export async function setDeleted(
  scope: Scope,
  id: number,
  deletedAt: Date | null,
  at: Date,
): Promise<boolean> {
  const rows = await scope.db
    .update(visits)
    .set({ deletedAt, previous: null, changedAt: at, version: sql`${visits.version} + 1` })
    .where(
      and(
        ofVisit(scope, id),
        deletedAt ? sql`${visits.deletedAt} is null` : sql`${visits.deletedAt} is not null`,
      ),
    )
    .returning({ id: visits.id });
  return rows.length > 0;
}

export const findVisit = (scope: Scope, id: number): Promise<Visit | undefined> =>
  find(scope, eq(visits.id, id));

/** The visit a form has made; locks it, so that two submissions at once are judged one after the other. */
export async function findVisitOfForm(scope: Scope, nonce: string): Promise<Visit | undefined> {
  await scope.db
    .select({ id: visits.id })
    .from(visits)
    .where(and(eq(visits.workspaceId, scope.workspace), eq(visits.nonce, nonce)))
    .for("update");
  return find(scope, eq(visits.nonce, nonce));
}

async function find(scope: Scope, condition: ReturnType<typeof eq>): Promise<Visit | undefined> {
  const { workspaceId, importKey, recordedAt, ...own } = getTableColumns(visits);
  const [row] = await scope.db
    .select({
      ...own,
      metAt: sql<string | null>`to_char(${visits.metAt}, 'HH24:MI')`,
      accountName: accounts.name,
      accountNativeName: accounts.nativeName,
      nextStep: followUps.words,
      nextStepDue: followUps.dueOn,
      attendeeIds: sql<number[]>`array(
        select stakeholder_id from attendees t
         where t.workspace_id = ${visits.workspaceId} and t.visit_id = ${visits.id} order by 1)`,
      colleagueIds: sql<number[]>`array(
        select member_id from colleagues c
         where c.workspace_id = ${visits.workspaceId} and c.visit_id = ${visits.id} order by 1)`,
    })
    .from(visits)
    .innerJoin(accounts, and(eq(accounts.workspaceId, visits.workspaceId), eq(accounts.id, visits.accountId)))
    .leftJoin(followUps, and(eq(followUps.workspaceId, visits.workspaceId), eq(followUps.visitId, visits.id)))
    .where(and(eq(visits.workspaceId, scope.workspace), condition));
  return row;
}

function ofVisit(scope: Scope, id: number) {
  return and(eq(visits.workspaceId, scope.workspace), eq(visits.id, id));
}

/** What of the facts stands in the visit's own row; people and next step have theirs. */
function columnsOf({ attendeeIds, colleagueIds, nextStep, nextStepDue, ...columns }: VisitFacts) {
  return columns;
}

/** Who was there, on both sides, in place of whoever stood there before. */
export async function setPeople(
  scope: Scope,
  visitId: number,
  { attendeeIds, colleagueIds }: Pick<VisitFacts, "attendeeIds" | "colleagueIds">,
): Promise<void> {
  const own = { workspaceId: scope.workspace, visitId };
  const theirs = attendeeIds.map((stakeholderId) => ({ ...own, stakeholderId }));
  const ours = colleagueIds.map((memberId) => ({ ...own, memberId }));
  const ofThisVisit = (t: typeof attendees | typeof colleagues) =>
    and(eq(t.workspaceId, scope.workspace), eq(t.visitId, visitId));
  await allOf([
    scope.db.delete(attendees).where(ofThisVisit(attendees)),
    scope.db.delete(colleagues).where(ofThisVisit(colleagues)),
  ]);
  await allOf([
    theirs.length > 0 && scope.db.insert(attendees).values(theirs).onConflictDoNothing(),
    ours.length > 0 && scope.db.insert(colleagues).values(ours).onConflictDoNothing(),
  ]);
}
