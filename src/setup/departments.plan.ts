import type { DepartmentRecord } from "../accounts/index.ts";
import { fold } from "../platform/fold.ts";
import { accountOf } from "./account-of.ts";
import type { AccountBook, DepartmentBook, FindMember } from "./books.ts";
import type { Row } from "./file/rows.ts";
import { cutCircles } from "./ledger.ts";
import type { Findings } from "./problems.ts";

interface Books {
  accounts: AccountBook;
  departments: DepartmentBook;
  findMember: FindMember;
}

/** (rows, what is there) → departments and their headcounts to write. One row tells one level of one department. */
export function planDepartments(
  rows: Row<"departments">[],
  books: Books,
  createAccounts: boolean,
  found: Findings,
) {
  const { departments } = books;
  // "Sales" may be a department and also a part of another one: the file says so by naming it without a parent.
  const top = new Set(rows.filter((row) => row.parent === null).map((row) => fold(row.name ?? "")));
  const told = new Map<string, { line: number; words: string }>();
  const parented: [Row<"departments">, number][] = [];
  for (const row of rows) {
    const representativeId = row.representative === null ? null : books.findMember(row.representative);
    if (representativeId === undefined)
      found.note(row.line, "member_unknown", "representative", row.representative ?? "");
    if (row.name === null) found.note(row.line, "missing_cell", "name");
    if (representativeId === undefined || row.name === null) continue;
    const account = accountOf(row, books.accounts, createAccounts, found);
    if (!account) continue;
    const { id } = identify(account.id, row.name, row.parent, departments, top);
    const words = JSON.stringify({ ...row, line: 0 });
    const key = `${id}|${row.level}`;
    const first = told.get(key);
    if (first !== undefined) {
      found.note(
        row.line,
        first.words === words ? "same_row_twice" : "twin_in_file",
        "name",
        row.name,
        String(first.line),
      );
      continue;
    }
    told.set(key, { line: row.line, words });
    departments.records.claim(id, row.line, words);
    departments.records.say(id, { representativeId });
    setHeadcount(row, id, departments, found);
    if (row.parent !== null) parented.push([row, id]);
  }
  const cut = new Set(
    cutCircles(
      departments.records,
      "parentId",
      parented.map(([, id]) => id),
    ),
  );
  for (const [row, id] of parented)
    if (cut.has(id)) found.note(row.line, "circle_left_out", "parent", row.parent ?? "");
}

function setHeadcount(row: Row<"departments">, id: number, departments: DepartmentBook, found: Findings) {
  if (row.expectedHeadcount === null) return;
  if (row.level === null) {
    found.note(row.line, "headcount_needs_level", "expected_headcount", String(row.expectedHeadcount));
    return;
  }
  const headcounts = departments.records.get(id)?.headcounts ?? {};
  if (headcounts[row.level] !== row.expectedHeadcount)
    departments.records.say(id, { headcounts: { ...headcounts, [row.level]: row.expectedHeadcount } });
}

function identify(
  accountId: number,
  name: string,
  parent: string | null,
  book: DepartmentBook,
  top: Set<string>,
): DepartmentRecord {
  const namesakes = book.ofName(accountId, name);
  const alone = namesakes.length === 1 ? namesakes[0] : undefined;
  if (parent === null)
    return namesakes.find((each) => each.parentId === null) ?? alone ?? book.add(accountId, name, null);
  const above = identify(accountId, parent, null, book, top);
  const inside = namesakes.find((each) => each.parentId === above.id);
  if (inside) return inside;
  // One that a list of people brought in has no parent yet: now it has.
  if (alone && alone.parentId === null && alone.id !== above.id && !top.has(fold(name))) {
    book.records.say(alone.id, { parentId: above.id });
    return alone;
  }
  return book.add(accountId, name, above.id);
}
