import { eq } from "drizzle-orm";
import type { Scope } from "../platform/db/scope.ts";
import { workspaces } from "../platform/db/workspace.table.ts";
import { type Policy, policySchema } from "./policy.ts";

/** The workspace's policy: what it changed, over our defaults. */
export async function findPolicy(scope: Scope): Promise<Policy> {
  const [row] = await scope.db
    .select({ policy: workspaces.policy })
    .from(workspaces)
    .where(eq(workspaces.id, scope.workspace));
  return policySchema.parse(row?.policy ?? {});
}
