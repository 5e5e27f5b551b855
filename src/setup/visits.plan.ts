import type { Day } from "../platform/civil.ts";
import { type ImportedVisit, isEffective, type VisitRecord } from "../visits/index.ts";
import { accountOf } from "./account-of.ts";
import type { AccountBook, FindMember } from "./books.ts";
import type { Row } from "./file/rows.ts";
import type { PeopleBook } from "./people.ts";
import type { Findings } from "./problems.ts";

interface Books {
  accounts: AccountBook;
  people: PeopleBook;
  findMember: FindMember;
}
type VisitRow = Row<"visits">;

export interface VisitPlan {
  save: VisitRecord[];
  added: number;
  changed: number;
  unchanged: number;
}

/** (rows, what is there) → visits to write. A visit is known by its account, day, type and people on both sides. */
export function planVisits(
  rows: VisitRow[],
  books: Books,
  there: ImportedVisit[],
  today: Day,
  found: Findings,
): VisitPlan {
  const before = new Map(there.map((visit) => [visit.importKey, visit]));
  const told = new Map<string, { line: number; words: string }>();
  const plan: VisitPlan = { save: [], added: 0, changed: 0, unchanged: 0 };
  for (const row of rows) {
    const visit = readVisit(row, books, today, found);
    if (visit === undefined) continue;
    const words = JSON.stringify({ ...row, line: 0 });
    const first = told.get(visit.importKey);
    if (first !== undefined) {
      const code = first.words === words ? "same_row_twice" : "twin_in_file";
      found.note(row.line, code, "met_on", `${row.account ?? ""}, ${visit.metOn}`, String(first.line));
      continue;
    }
    told.set(visit.importKey, { line: row.line, words });
    enter(visit, row, before.get(visit.importKey), books.people, plan, found);
  }
  return plan;
}

type Told = Omit<VisitRecord, "id" | "channel" | "minutes" | "outcome" | "effective">;

function readVisit(row: VisitRow, books: Books, today: Day, found: Findings): Told | undefined {
  const account = accountOf(row, books.accounts, false, found);
  if (row.metOn === null) found.note(row.line, "missing_cell", "met_on");
  else if (row.metOn > today) found.note(row.line, "in_the_future", "met_on", row.metOn);
  if (row.attendees === null) found.note(row.line, "missing_cell", "attendees");
  const attendees = account && people(row, account.id, books.people, found);
  const ours = colleagues(row, books.findMember, found);
  if (!account || row.metOn === null || row.metOn > today || !attendees || !ours) return undefined;
  const type = row.type ?? "visit";
  const [authorId = null, ...others] = ours;
  const key = [account.id, row.metOn, type, [...attendees].sort(ascending), [...ours].sort(ascending)];
  const importKey = key.map(String).join("|");
  return {
    importKey,
    accountId: account.id,
    metOn: row.metOn,
    type,
    authorId,
    attendees,
    colleagues: others,
  };
}

const ascending = (a: number, b: number) => a - b;

/** Every name must be somebody: a visit without one of its people would be another visit. */
function people(row: VisitRow, accountId: number, book: PeopleBook, found: Findings): number[] | undefined {
  const ids = new Set<number>();
  let complete = row.attendees !== null;
  for (const word of row.attendees ?? []) {
    const hits = book.find(accountId, word);
    const [only] = hits;
    if (hits.length === 1 && only) {
      ids.add(only.id);
      continue;
    }
    found.note(
      row.line,
      hits.length === 0 ? "person_unknown" : "person_unclear",
      "attendees",
      word,
      row.account ?? "",
    );
    complete = false;
  }
  return complete ? [...ids] : undefined;
}

function colleagues(row: VisitRow, findMember: FindMember, found: Findings): number[] | undefined {
  const ids = new Set<number>();
  let complete = true;
  for (const word of row.members ?? []) {
    const id = findMember(word);
    if (id !== undefined) ids.add(id);
    else {
      found.note(row.line, "member_unknown", "members", word);
      complete = false;
    }
  }
  return complete ? [...ids] : undefined;
}

function enter(
  told: Told,
  row: VisitRow,
  before: ImportedVisit | undefined,
  book: PeopleBook,
  plan: VisitPlan,
  found: Findings,
) {
  if (before?.deleted) {
    found.note(row.line, "deleted_here", "met_on", `${row.account ?? ""}, ${told.metOn}`);
    plan.unchanged += 1;
    return;
  }
  const channel = row.channel ?? before?.channel ?? "in_person";
  const minutes = row.minutes ?? before?.minutes ?? null;
  const outcome = row.outcome ?? before?.outcome ?? "";
  const named = told.attendees.filter((id) => (book.records.get(id)?.name ?? null) !== null).length;
  const effective = isEffective({ planned: false, channel, minutes, named, outcome });
  const same =
    before !== undefined &&
    before.channel === channel &&
    before.minutes === minutes &&
    before.outcome === outcome &&
    before.effective === effective;
  if (same) {
    plan.unchanged += 1;
    return;
  }
  plan[before === undefined ? "added" : "changed"] += 1;
  plan.save.push({ ...told, id: before?.id ?? -1 - plan.save.length, channel, minutes, outcome, effective });
}
