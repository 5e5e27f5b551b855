import type { AccountRecord } from "../accounts/index.ts";
import type { AccountBook } from "./books.ts";
import type { Findings } from "./problems.ts";

/** The account a row is about; a new one when the person asked for that. Otherwise says why not. */
export function accountOf(
  row: { line: number; account: string | null },
  accounts: AccountBook,
  create: boolean,
  found: Findings,
): AccountRecord | undefined {
  if (row.account === null) {
    found.note(row.line, "missing_cell", "account");
    return undefined;
  }
  const account = accounts.find(row.account);
  if (account === "unknown" && create) return accounts.add({ name: row.account });
  if (typeof account !== "string") return account;
  found.note(row.line, account === "unknown" ? "account_unknown" : "account_unclear", "account", row.account);
  return undefined;
}
