import type { StakeholderRecord } from "../stakeholders/index.ts";
import { accountOf } from "./account-of.ts";
import type { AccountBook, DepartmentBook, FindMember } from "./books.ts";
import type { Row } from "./file/rows.ts";
import { cutCircles } from "./ledger.ts";
import type { PeopleBook } from "./people.ts";
import type { Findings } from "./problems.ts";
import { whoIs } from "./who.ts";

interface Books {
  accounts: AccountBook;
  departments: DepartmentBook;
  people: PeopleBook;
  findMember: FindMember;
}
type PersonRow = Row<"stakeholders">;

/** (rows, what is there) → people to write, with the accounts and departments they bring along. */
export function planStakeholders(rows: PersonRow[], books: Books, createAccounts: boolean, found: Findings) {
  const landed: [PersonRow, number][] = [];
  // Rows with a key first, so that a namesake without one never takes their place.
  const unkeyed = (row: PersonRow) => Number(row.id === null && row.email === null);
  for (const row of [...rows].sort((a, b) => unkeyed(a) - unkeyed(b))) {
    const id = place(row, books, createAccounts, found);
    if (id !== undefined) landed.push([row, id]);
  }
  linkBosses(landed, books.people, found);
}

function place(row: PersonRow, books: Books, createAccounts: boolean, found: Findings): number | undefined {
  const { people } = books;
  const ownerId = row.owner === null ? null : books.findMember(row.owner);
  if (ownerId === undefined) {
    found.note(row.line, "member_unknown", "owner", row.owner ?? "");
    return undefined;
  }
  const account = row.account === null ? null : accountOf(row, books.accounts, createAccounts, found);
  if (account === undefined) return undefined;
  const who = whoIs(row, account?.id ?? null, people, found);
  if (who === "refused") return undefined;
  const person =
    "person" in who ? who.person : account && people.add(newcomer(row, account.id, account.ownerId));
  if (!person || !speaksFirst(row, person.id, people, found)) return undefined;
  if ("newcomer" in who && who.namesake)
    found.note(row.line, "kept_apart", "name", row.name ?? row.nativeName ?? "");
  const accountId = account?.id ?? person.accountId;
  const departmentId = departmentOf(row, accountId, books.departments, found);
  if (accountId !== person.accountId && departmentId === null) people.records.cut(person.id, "departmentId");
  people.records.say(person.id, { ...said(row), accountId, departmentId, ownerId });
  people.enter(person.id);
  return person.id;
}

/** Two rows about one person: nobody can tell which is right, so the first stands and the second is reported. */
function speaksFirst(row: PersonRow, id: number, people: PeopleBook, found: Findings): boolean {
  const words = JSON.stringify({ ...row, line: 0 });
  const first = people.records.claim(id, row.line, words);
  if (first === undefined) return true;
  const key = row.id ?? row.email;
  const column = row.id !== null ? "id" : row.email !== null ? "email" : "name";
  const code = first.words === words ? "same_row_twice" : key !== null ? "key_twice" : "twin_in_file";
  found.note(
    row.line,
    code,
    column,
    key ?? row.name ?? row.nativeName ?? row.title ?? "",
    String(first.line),
  );
  return false;
}

function departmentOf(
  row: PersonRow,
  accountId: number,
  book: DepartmentBook,
  found: Findings,
): number | null {
  const [name, ...others] = row.department ?? [];
  if (name === undefined) return null;
  if (others.length > 0) found.note(row.line, "only_first_department", "department", name, others.join("; "));
  const namesakes = book.ofName(accountId, name);
  const [only] = namesakes;
  const department = namesakes.length > 1 ? namesakes.find((each) => each.parentId === null) : only;
  if (namesakes.length > 1 && !department) {
    found.note(row.line, "department_unclear", "department", name);
    return null;
  }
  return (department ?? book.add(accountId, name, null)).id;
}

/** What the row says of the person, cell by cell; null keeps what is there. */
function said(row: PersonRow) {
  const { name, nativeName, aliases, addressedAs, title, level, keyPerson, publicOfficial, email, birthday } =
    row;
  return {
    externalId: row.id,
    ...{ name, nativeName, aliases, addressedAs, title, level, keyPerson, publicOfficial, email },
    ...(birthday === null ? {} : birthdayCells(birthday)),
  };
}

const birthdayCells = (birthday: NonNullable<PersonRow["birthday"]>) => ({
  birthYear: birthday.year,
  birthMonth: birthday.month,
  birthDay: birthday.day,
  birthLeapMonth: birthday.leapMonth,
  birthdayCalendar: birthday.calendar,
});

/** Somebody new belongs to the account's owner until the file says otherwise. */
const newcomer = (
  row: PersonRow,
  accountId: number,
  ownerId: number | null,
): Omit<StakeholderRecord, "id"> => ({
  externalId: row.id,
  accountId,
  departmentId: null,
  name: row.name ?? row.nativeName,
  nativeName: null,
  aliases: [],
  addressedAs: null,
  title: row.title,
  level: "unknown",
  keyPerson: false,
  publicOfficial: false,
  reportsToId: null,
  ownerId,
  email: row.email,
  birthYear: null,
  birthMonth: null,
  birthDay: null,
  birthLeapMonth: false,
  birthdayCalendar: null,
  names: [],
});

/** A boss may stand further down the file, so links wait until everybody is in. */
function linkBosses(landed: [PersonRow, number][], people: PeopleBook, found: Findings) {
  const linked: number[] = [];
  for (const [row, id] of landed) {
    const person = people.records.get(id);
    if (row.reportsTo === null || !person) continue;
    const bosses = people.find(person.accountId, row.reportsTo);
    const [boss] = bosses;
    if (bosses.length !== 1 || !boss) found.note(row.line, "link_left_out", "reports_to", row.reportsTo);
    else {
      people.records.say(id, { reportsToId: boss.id });
      linked.push(id);
    }
  }
  const cut = new Set(cutCircles(people.records, "reportsToId", linked));
  for (const [row, id] of landed)
    if (cut.has(id)) found.note(row.line, "circle_left_out", "reports_to", row.reportsTo ?? "");
}
