import { and, eq } from "drizzle-orm";
import type { Scope } from "../platform/db/scope.ts";
import type { Draft } from "./draft.ts";
import { drafts } from "./visit.table.ts";

export async function keepDraft(scope: Scope, id: string, memberId: number, draft: Draft): Promise<void> {
  await scope.db.insert(drafts).values({ workspaceId: scope.workspace, id, memberId, draft });
}

/** @returns a member's own draft; nobody else's. */
export async function findDraft(scope: Scope, id: string, memberId: number): Promise<Draft | undefined> {
  const [row] = await scope.db
    .select({ draft: drafts.draft })
    .from(drafts)
    .where(own(scope, id, memberId));
  return row?.draft;
}

/** Once saved or discarded there is nothing left to save. */
export async function dropDraft(scope: Scope, id: string, memberId: number): Promise<void> {
  await scope.db.delete(drafts).where(own(scope, id, memberId));
}

const own = (scope: Scope, id: string, memberId: number) =>
  and(eq(drafts.workspaceId, scope.workspace), eq(drafts.id, id), eq(drafts.memberId, memberId));
