import type { StakeholderRecord } from "../stakeholders/index.ts";
import type { Row } from "./file/rows.ts";
import type { PeopleBook } from "./people.ts";
import type { Findings } from "./problems.ts";

export type Who = { person: StakeholderRecord } | { newcomer: true; namesake: boolean } | "refused";

/**
 * Who a row is about: by id if given, else by e-mail, else by account and name. `accountId` is null when the row names
 * no account. Namesakes are never merged by a guess: an id or an e-mail keeps them apart, without one they are reported.
 */
export function whoIs(
  row: Row<"stakeholders">,
  accountId: number | null,
  people: PeopleBook,
  found: Findings,
): Who {
  const keyed = byKey(row, people);
  if (keyed) return { person: keyed };
  const name = row.name ?? row.nativeName;
  if (accountId === null || (name === null && row.title === null)) {
    found.note(row.line, "missing_cell", accountId === null ? "account" : "name");
    return "refused";
  }
  const namesakes = name === null ? seats(row, accountId, people) : sameName(row, accountId, people);
  const free = namesakes.filter((each) => !people.records.isClaimed(each.id) || isUnkeyed(row));
  const candidates = free.filter((each) => fits(row, each, people));
  if (candidates.length > 1) {
    found.note(row.line, "twin_here", "name", name ?? row.title ?? "", String(candidates.length));
    return "refused";
  }
  const [person] = candidates;
  return person ? { person } : { newcomer: true, namesake: name !== null && namesakes.length > 0 };
}

function byKey(row: Row<"stakeholders">, people: PeopleBook): StakeholderRecord | undefined {
  const byId = row.id === null ? undefined : people.byExternalId(row.id);
  if (byId || row.email === null) return byId;
  const owners = people.byEmail(row.email).filter((each) => row.id === null || each.externalId === null);
  return owners[0];
}

/** Wang Li 王立 and Wang Li 王莉 are two people. */
function sameName(row: Row<"stakeholders">, accountId: number, people: PeopleBook): StakeholderRecord[] {
  const named = [row.name, row.nativeName].flatMap((name) =>
    name === null ? [] : people.named(accountId, name),
  );
  return [...new Set(named)].filter(
    ({ nativeName }) => nativeName === null || row.nativeName === null || nativeName === row.nativeName,
  );
}

const seats = (row: Row<"stakeholders">, accountId: number, people: PeopleBook) =>
  people.seats(accountId, row.title ?? "");

const isUnkeyed = (row: Row<"stakeholders">) => row.id === null && row.email === null;

/** A row with a key takes over only a namesake without one; a row without leaves those alone whom a key has named. */
function fits(row: Row<"stakeholders">, each: StakeholderRecord, people: PeopleBook): boolean {
  if (isUnkeyed(row))
    return !(people.records.isClaimed(each.id) && (each.externalId !== null || each.email !== null));
  if (row.id !== null && each.externalId !== null) return false;
  return row.email === null || each.email === null || each.email.toLowerCase() === row.email;
}
