import type { Scope } from "./scope.ts";
import { audit, seenEvents } from "./workspace.table.ts";

/** @returns true the first time this event is seen; a retry of it is not acted on again. */
export async function firstTime(scope: Scope, eventId: string): Promise<boolean> {
  const rows = await scope.db
    .insert(seenEvents)
    .values({ workspaceId: scope.workspace, eventId })
    .onConflictDoNothing()
    .returning({ eventId: seenEvents.eventId });
  return rows.length === 1;
}

/** Writes down who did what to which subject; `detail` holds ids and field names, never people's words. */
export async function writeAudit(
  scope: Scope,
  entry: { memberId: number | null; act: string; subject: string; detail?: Record<string, unknown> },
): Promise<void> {
  await scope.db.insert(audit).values({ ...entry, workspaceId: scope.workspace });
}
