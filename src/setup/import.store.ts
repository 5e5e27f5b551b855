import { sql } from "drizzle-orm";
import {
  listAccountRecords,
  listDepartmentRecords,
  saveAccounts,
  saveDepartments,
} from "../accounts/index.ts";
import { restartClocks } from "../coverage/index.ts";
import type { Day } from "../platform/civil.ts";
import type { Scope } from "../platform/db/scope.ts";
import { findPolicy } from "../policy/index.ts";
import {
  adoptOwnerless,
  listPeopleOf,
  listStakeholderRecords,
  saveStakeholders,
} from "../stakeholders/index.ts";
import { listMemberRecords, saveMembers } from "../team/index.ts";
import { listImportedVisits, saveVisits } from "../visits/index.ts";
import { planAccounts } from "./accounts.plan.ts";
import { type AccountBook, accountBook, type DepartmentBook, departmentBook, memberBook } from "./books.ts";
import { planDepartments } from "./departments.plan.ts";
import type { FileRead, Options } from "./file/read.ts";
import type { Row } from "./file/rows.ts";
import { planMembers } from "./members.plan.ts";
import { peopleBook } from "./people.ts";
import type { Report } from "./report.ts";
import { planStakeholders } from "./stakeholders.plan.ts";
import { planVisits } from "./visits.plan.ts";

type Done = Partial<Pick<Report, "added" | "changed" | "unchanged" | "created">>;

export async function importMembers(scope: Scope, { rows, found }: FileRead<"members">): Promise<Done> {
  const { save, ...counts } = planMembers(rows, await listMemberRecords(scope), found);
  if (save.length > 0) await saveMembers(scope, save);
  return counts;
}

export async function importAccounts(scope: Scope, { rows, found }: FileRead<"accounts">): Promise<Done> {
  const existing = await listAccountRecords(scope);
  const book = accountBook(existing);
  planAccounts(rows, book, memberBook(await listMemberRecords(scope)), found);
  const { save, ...counts } = book.records.tally();
  await saveAccounts(scope, save);
  const before = new Map(existing.map((account) => [account.id, account]));
  const regraded = save.filter(({ id, grade }) => before.has(id) && before.get(id)?.grade !== grade);
  const owned = save.filter(({ id, ownerId }) => before.get(id)?.ownerId !== ownerId);
  if (owned.length > 0)
    await adoptOwnerless(
      scope,
      owned.map(({ id }) => id),
    );
  if (regraded.length > 0)
    await restartClocks(
      scope,
      await findPolicy(scope),
      await listPeopleOf(
        scope,
        regraded.map(({ id }) => id),
      ),
    );
  return counts;
}

export async function importDepartments(
  scope: Scope,
  { rows, found }: FileRead<"departments">,
  { createAccounts = false }: Options,
): Promise<Done> {
  const accounts = accountBook(await listAccountRecords(scope));
  const departments = departmentBook(await listDepartmentRecords(scope));
  const findMember = memberBook(await listMemberRecords(scope));
  planDepartments(rows, { accounts, departments, findMember }, createAccounts, found);
  const { save: _, ...counts } = departments.records.tally();
  const { created } = await saveSurroundings(scope, accounts, departments);
  return { ...counts, created: { ...created, departments: 0 } };
}

export async function importStakeholders(
  scope: Scope,
  { rows, found }: FileRead<"stakeholders">,
  { createAccounts = false }: Options,
  today: Day,
): Promise<Done> {
  const accounts = accountBook(await listAccountRecords(scope));
  const departments = departmentBook(await listDepartmentRecords(scope));
  const people = peopleBook(await listStakeholderRecords(scope, meantBy(rows, accounts)));
  const findMember = memberBook(await listMemberRecords(scope));
  planStakeholders(rows, { accounts, departments, people, findMember }, createAccounts, found);
  const { save, ...counts } = people.records.tally();
  const { created, account, department } = await saveSurroundings(scope, accounts, departments);
  const settled = save.map((person) => ({
    ...person,
    accountId: account(person.accountId),
    departmentId: person.departmentId === null ? null : department(person.departmentId),
  }));
  const ids = await saveStakeholders(scope, settled, today);
  await restartClocks(scope, await findPolicy(scope), ids);
  return { ...counts, created };
}

export async function importVisits(
  scope: Scope,
  { rows, found }: FileRead<"visits">,
  today: Day,
): Promise<Done> {
  const accounts = accountBook(await listAccountRecords(scope));
  const meant = meantBy(
    rows.map(({ account, attendees }) => ({ account, words: attendees ?? [] })),
    accounts,
  );
  const people = peopleBook(await listStakeholderRecords(scope, meant));
  const findMember = memberBook(await listMemberRecords(scope));
  const there = await listImportedVisits(scope, meant.accountIds);
  const { save, ...counts } = planVisits(rows, { accounts, people, findMember }, there, today, found);
  await saveVisits(scope, save, today);
  const met = [...new Set(save.flatMap((visit) => visit.attendees))];
  await restartClocks(scope, await findPolicy(scope), met);
  return counts;
}

/** Whom a file may mean: the people of its accounts, and whoever it names by an id or an address. */
function meantBy(
  rows: (
    | Pick<Row<"stakeholders">, "account" | "id" | "email" | "reportsTo">
    | { account: string | null; words: string[] }
  )[],
  accounts: AccountBook,
) {
  const words = new Set(
    rows.flatMap((row) => ("words" in row ? row.words : [row.id, row.email, row.reportsTo])),
  );
  const named = [...words].filter((word) => word !== null);
  const places = new Set(rows.map((row) => row.account));
  const accountIds = [...places].flatMap((word) => {
    const account = word === null ? "unknown" : accounts.find(word);
    return typeof account === "string" ? [] : [account.id];
  });
  return { accountIds, externalIds: named, emails: named.map((word) => word.toLowerCase()) };
}

/** Accounts and departments first, whose real ids the people then carry. */
async function saveSurroundings(scope: Scope, accounts: AccountBook, departments: DepartmentBook) {
  const newAccounts = accounts.records.tally().save;
  const accountIds = await saveAccounts(scope, newAccounts);
  const account = (id: number) => accountIds.get(id) ?? id;
  const newDepartments = departments.records.tally().save;
  const departmentIds = await saveDepartments(
    scope,
    newDepartments.map((each) => ({ ...each, accountId: account(each.accountId) })),
  );
  const department = (id: number) => departmentIds.get(id) ?? id;
  const created = { accounts: newAccounts.map(({ name }) => name), departments: newDepartments.length };
  return { account, department, created };
}

/** Two imports at once would each think the other's rows are not there: the second waits. */
export async function takeTurn(scope: Scope): Promise<void> {
  await scope.db.execute(sql`select pg_advisory_xact_lock(hashtext('import'), hashtext(${scope.workspace}))`);
}
