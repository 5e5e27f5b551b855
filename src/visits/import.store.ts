import { sql } from "drizzle-orm";
import type { Day } from "../platform/civil.ts";
import { afterBulk, inChunks, realIds } from "../platform/db/bulk.ts";
import type { Scope } from "../platform/db/scope.ts";
import type { Channel, VisitType } from "./visit.ts";

/** A visit of the past as a file tells it. A negative id is a new one. */
export interface VisitRecord {
  id: number;
  /** Account, day, type, attendees, members: what makes it this visit and no other. */
  importKey: string;
  accountId: number;
  metOn: Day;
  type: VisitType;
  channel: Channel;
  minutes: number | null;
  outcome: string;
  effective: boolean;
  authorId: number | null;
  attendees: number[];
  colleagues: number[];
}

/** What an earlier import of the same visit left: its people can't differ, they are in the key. */
export type ImportedVisit = Pick<
  VisitRecord,
  "id" | "importKey" | "channel" | "minutes" | "outcome" | "effective"
> & {
  deleted: boolean;
};

export async function listImportedVisits(
  scope: Scope,
  accountIds: readonly number[],
): Promise<ImportedVisit[]> {
  const rows = await scope.db.execute(sql`
    select id, import_key as "importKey", channel, minutes, outcome, effective, deleted_at is not null as deleted
      from visits
     where workspace_id = ${scope.workspace} and import_key is not null
       and account_id = any(${sql.param([...accountIds])}::int[])`);
  return rows as unknown as ImportedVisit[];
}

/** Writes visits, new ones and changed ones. `recordedOn`: the day of the import, from which nobody is judged late. */
export async function saveVisits(
  scope: Scope,
  records: readonly VisitRecord[],
  recordedOn: Day,
): Promise<void> {
  const ids = await realIds(scope, "visits", records);
  const rows = records.map((record) => ({ ...record, id: ids.get(record.id) ?? record.id }));
  await inChunks(rows, async (json) => {
    await scope.db.execute(sql`
      insert into visits (workspace_id, id, import_key, account_id, met_on, type, channel, minutes, outcome, effective,
                          author_id, recorded_at, changed_at)
      select ${scope.workspace}, r.id, r."importKey", r."accountId", r."metOn", r.type, r.channel, r.minutes, r.outcome,
             r.effective, r."authorId", ${recordedOn}::timestamptz, ${recordedOn}::timestamptz
        from jsonb_to_recordset(${json}::jsonb) as r
             (id int, "importKey" text, "accountId" int, "metOn" date, type text, channel text, minutes int,
              outcome text, effective boolean, "authorId" int)
          on conflict (workspace_id, id) do update
         set channel = excluded.channel, minutes = excluded.minutes, outcome = excluded.outcome,
             effective = excluded.effective, version = visits.version + 1, previous = null,
             changed_at = excluded.changed_at`);
    await scope.db.execute(sql`
      insert into attendees (workspace_id, visit_id, stakeholder_id)
      select ${scope.workspace}, r.id, a::int
        from jsonb_to_recordset(${json}::jsonb) as r (id int, attendees jsonb), jsonb_array_elements_text(r.attendees) a
          on conflict do nothing`);
    await scope.db.execute(sql`
      insert into colleagues (workspace_id, visit_id, member_id)
      select ${scope.workspace}, r.id, c::int
        from jsonb_to_recordset(${json}::jsonb) as r (id int, colleagues jsonb), jsonb_array_elements_text(r.colleagues) c
          on conflict do nothing`);
  });
  for (const table of ["visits", "attendees"] as const) await afterBulk(scope, table, rows.length);
}
