import type { MemberRecord } from "../team/index.ts";
import { memberBook } from "./books.ts";
import type { Row } from "./file/rows.ts";
import { cutCircles, ledger } from "./ledger.ts";
import type { Findings } from "./problems.ts";

/** (rows, who is there) → members to write. Identity is the e-mail. */
export function planMembers(rows: Row<"members">[], existing: MemberRecord[], found: Findings) {
  const records = ledger(existing);
  const known = new Map(
    existing.flatMap(({ id, email }) => (email === null ? [] : [[email.toLowerCase(), id]])),
  );
  const landed: [Row<"members">, number][] = [];
  for (const row of rows) {
    const id = row.email === null ? undefined : known.get(row.email);
    if (row.email === null || (row.name === null && id === undefined)) {
      found.note(row.line, "missing_cell", row.email === null ? "email" : "name");
      continue;
    }
    const record =
      id === undefined ? records.add(newcomer(row.email, row.name ?? row.email)) : records.get(id);
    if (record === undefined) continue;
    known.set(row.email, record.id);
    const first = records.claim(record.id, row.line, JSON.stringify({ ...row, line: 0 }));
    if (first !== undefined) {
      const same = first.words === JSON.stringify({ ...row, line: 0 });
      found.note(row.line, same ? "same_row_twice" : "key_twice", "email", row.email, String(first.line));
      continue;
    }
    const { name, role, customerManagement, region, target } = row;
    records.say(record.id, { name, role, customerManagement, region, target });
    landed.push([row, record.id]);
  }
  linkManagers(landed, records, found);
  keepAnAdministrator(landed, existing, records, found);
  return records.tally();
}

function linkManagers(
  landed: [Row<"members">, number][],
  records: ReturnType<typeof ledger<MemberRecord>>,
  found: Findings,
) {
  const find = memberBook(records.all());
  const linked: number[] = [];
  for (const [row, id] of landed) {
    if (row.manager === null) continue;
    const managerId = find(row.manager);
    if (managerId === undefined) found.note(row.line, "link_left_out", "manager", row.manager);
    else {
      records.say(id, { managerId });
      linked.push(id);
    }
  }
  const cut = new Set(cutCircles(records, "managerId", linked));
  for (const [row, id] of landed)
    if (cut.has(id)) found.note(row.line, "circle_left_out", "manager", row.manager ?? "");
}

/** The last one who may set policy and import cannot be removed by a file. */
function keepAnAdministrator(
  landed: [Row<"members">, number][],
  existing: MemberRecord[],
  records: ReturnType<typeof ledger<MemberRecord>>,
  found: Findings,
) {
  const before = existing.filter((member) => member.customerManagement);
  if (before.length === 0 || records.all().some((member) => member.customerManagement)) return;
  for (const { id } of before) records.say(id, { customerManagement: true });
  for (const [row, id] of landed)
    if (before.some((member) => member.id === id))
      found.note(row.line, "last_administrator", "customer_management");
}

const newcomer = (email: string, name: string): Omit<MemberRecord, "id"> => ({
  slackUserId: null,
  email,
  name,
  role: "rep",
  customerManagement: false,
  managerId: null,
  region: null,
  target: null,
});
