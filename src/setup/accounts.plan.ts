import type { AccountRecord } from "../accounts/index.ts";
import type { AccountBook, FindMember } from "./books.ts";
import type { Row } from "./file/rows.ts";
import { cutCircles } from "./ledger.ts";
import type { Findings } from "./problems.ts";

/** (rows, what is there) → accounts to write. Identity is the id if given, else the name. */
export function planAccounts(
  rows: Row<"accounts">[],
  book: AccountBook,
  findMember: FindMember,
  found: Findings,
) {
  const landed: [Row<"accounts">, AccountRecord][] = [];
  // Rows with an id first, so that a namesake without one never takes their place.
  for (const row of [...rows].sort((a, b) => Number(a.id === null) - Number(b.id === null))) {
    const people = ourPeople(row, findMember, found);
    const record = people && identify(row, book, found);
    if (!people || !record) continue;
    const words = JSON.stringify({ ...row, line: 0 });
    const first = book.records.claim(record.id, row.line, words);
    if (first !== undefined) {
      const code = first.words === words ? "same_row_twice" : row.id === null ? "twin_in_file" : "key_twice";
      found.note(
        row.line,
        code,
        row.id === null ? "name" : "id",
        row.id ?? row.name ?? "",
        String(first.line),
      );
      continue;
    }
    const { name, nativeName, aliases, grade, group, industry } = row;
    book.records.say(record.id, { name, nativeName, aliases, grade, group, industry, ...people });
    book.records.say(record.id, { public: row.public, externalId: row.id });
    landed.push([row, record]);
  }
  linkParents(landed, book, found);
}

function ourPeople(row: Row<"accounts">, findMember: FindMember, found: Findings) {
  const ids = { ownerId: null as number | null, sponsorId: null as number | null };
  for (const [column, key] of [
    ["owner", "ownerId"],
    ["sponsor", "sponsorId"],
  ] as const) {
    const word = row[column];
    if (word === null) continue;
    const id = findMember(word);
    if (id === undefined) {
      found.note(row.line, "member_unknown", column, word);
      return undefined;
    }
    ids[key] = id;
  }
  return ids;
}

function identify(row: Row<"accounts">, book: AccountBook, found: Findings): AccountRecord | undefined {
  const byId = row.id === null ? undefined : book.byExternalId(row.id);
  if (byId) return byId;
  const name = row.name ?? row.nativeName;
  if (name === null) {
    found.note(row.line, "missing_cell", "name");
    return undefined;
  }
  // With an id of its own a row takes over only a namesake that has none yet.
  const namesakes = book
    .named(name)
    .filter((each) =>
      row.id === null ? !isKeyed(each, book) : each.externalId === null && !book.records.isClaimed(each.id),
    );
  if (namesakes.length > 1) {
    found.note(row.line, "twin_here", "name", name);
    return undefined;
  }
  return namesakes[0] ?? book.add({ name, externalId: row.id });
}

/** A row of this file has spoken for it by its id. */
const isKeyed = (account: AccountRecord, book: AccountBook) =>
  account.externalId !== null && book.records.isClaimed(account.id);

function linkParents(landed: [Row<"accounts">, AccountRecord][], book: AccountBook, found: Findings) {
  const linked: number[] = [];
  for (const [row, { id }] of landed) {
    if (row.parent === null) continue;
    const parent = book.find(row.parent);
    if (typeof parent === "string") found.note(row.line, "link_left_out", "parent", row.parent);
    else {
      book.records.say(id, { parentId: parent.id });
      linked.push(id);
    }
  }
  const cut = new Set(cutCircles(book.records, "parentId", linked));
  for (const [row, { id }] of landed)
    if (cut.has(id)) found.note(row.line, "circle_left_out", "parent", row.parent ?? "");
}
