import { and, eq } from "drizzle-orm";
import type { Day } from "../platform/civil.ts";
import type { Scope } from "../platform/db/scope.ts";
import { followUps } from "./followup.table.ts";

export interface NextStep {
  words: string;
  dueOn: Day | null;
}

/** A visit has at most one next step; `null` takes it away. */
export async function setNextStep(
  scope: Scope,
  visit: { id: number; accountId: number; ownerId: number },
  step: NextStep | null,
): Promise<void> {
  const ofVisit = and(eq(followUps.workspaceId, scope.workspace), eq(followUps.visitId, visit.id));
  if (!step) {
    await scope.db.delete(followUps).where(ofVisit);
    return;
  }
  const changed = await scope.db
    .update(followUps)
    .set({ ...step, accountId: visit.accountId })
    .where(ofVisit)
    .returning({ id: followUps.id });
  if (changed.length > 0) return;
  await scope.db.insert(followUps).values({
    ...step,
    workspaceId: scope.workspace,
    accountId: visit.accountId,
    ownerId: visit.ownerId,
    visitId: visit.id,
  });
}
