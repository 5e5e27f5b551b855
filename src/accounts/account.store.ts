import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Scope } from "../platform/db/scope.ts";
import { matches } from "../platform/db/search.ts";
import type { Grade } from "../policy/index.ts";
import { accounts } from "./account.table.ts";

export interface Account {
  id: number;
  name: string;
  nativeName: string | null;
  grade: Grade;
  ownerId: number | null;
}

const asAccount = {
  id: accounts.id,
  name: accounts.name,
  nativeName: accounts.nativeName,
  grade: accounts.grade,
  ownerId: accounts.ownerId,
};

export async function findAccount(scope: Scope, id: number): Promise<Account | undefined> {
  const [account] = await scope.db
    .select(asAccount)
    .from(accounts)
    .where(and(eq(accounts.workspaceId, scope.workspace), eq(accounts.id, id)));
  return account;
}

/** Accounts whose name, native name, alias or pinyin holds what was typed; the member's own ones first. */
export async function searchAccounts(
  scope: Scope,
  typed: string,
  memberId: number,
  limit: number,
): Promise<Account[]> {
  return scope.db
    .select(asAccount)
    .from(accounts)
    .where(and(eq(accounts.workspaceId, scope.workspace), matches(accounts.searchText, typed)))
    .orderBy(desc(isMine(memberId)), sql`${accounts.grade} = 'S' desc nulls last`, accounts.name)
    .limit(limit);
}

export async function hasAccounts(scope: Scope): Promise<boolean> {
  const rows = await scope.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.workspaceId, scope.workspace))
    .limit(1);
  return rows.length > 0;
}

const isMine = (memberId: number): SQL => sql`coalesce(${accounts.ownerId} = ${memberId}, false)`;
