import { sql } from "drizzle-orm";
import { realIds } from "../platform/db/bulk.ts";
import type { Scope } from "../platform/db/scope.ts";
import { namesOfMember } from "./names.ts";

/** A member as a file may change them. A negative id is someone new; `managerId` may be another record's negative id. */
export interface MemberRecord {
  id: number;
  slackUserId: string | null;
  email: string | null;
  name: string;
  role: "rep" | "executive";
  customerManagement: boolean;
  managerId: number | null;
  region: string | null;
  target: number | null;
}

export async function listMemberRecords(scope: Scope): Promise<MemberRecord[]> {
  const rows = await scope.db.execute(sql`
    select id, slack_user_id as "slackUserId", email, name, role, customer_management as "customerManagement",
           manager_id as "managerId", region, target
      from members where workspace_id = ${scope.workspace} order by id`);
  return rows as unknown as MemberRecord[];
}

/** Writes members whole, new ones and changed ones, in one statement. */
export async function saveMembers(scope: Scope, records: readonly MemberRecord[]): Promise<void> {
  const ids = await realIds(scope, "members", records);
  const real = (id: number) => ids.get(id) ?? id;
  const rows = records.map((record) => ({
    ...record,
    id: real(record.id),
    managerId: record.managerId === null ? null : real(record.managerId),
    names: namesOfMember(record.name),
  }));
  await scope.db.execute(sql`
    insert into members (workspace_id, id, email, name, names, role, customer_management, manager_id, region, target)
    select ${scope.workspace}, r.id, r.email, r.name, r.names, r.role, r."customerManagement", r."managerId", r.region, r.target
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r
           (id int, email text, name text, names text[], role text, "customerManagement" boolean, "managerId" int,
            region text, target int)
        on conflict (workspace_id, id) do update
       set email = excluded.email, name = excluded.name, names = excluded.names, role = excluded.role,
           customer_management = excluded.customer_management, manager_id = excluded.manager_id,
           region = excluded.region, target = excluded.target`);
}
