import { sql } from "drizzle-orm";
import { afterBulk, realIds } from "../platform/db/bulk.ts";
import type { Scope } from "../platform/db/scope.ts";
import { pinyinFor } from "../platform/pinyin.ts";
import type { Grade, Level } from "../policy/index.ts";
import { namesOfAccount } from "./names.ts";

/** An account as a file may change it. A negative id is a new one; `parentId` may be another record's negative id. */
export interface AccountRecord {
  id: number;
  externalId: string | null;
  name: string;
  nativeName: string | null;
  aliases: string[];
  grade: Grade;
  group: string | null;
  parentId: number | null;
  industry: string | null;
  public: boolean;
  ownerId: number | null;
  sponsorId: number | null;
  /** Derived when saved. */
  names: string[];
}

/** A department; ids as in {@link AccountRecord}. `headcounts`: expected people per level, null where unset. */
export interface DepartmentRecord {
  id: number;
  accountId: number;
  name: string;
  parentId: number | null;
  representativeId: number | null;
  headcounts: Partial<Record<Level, number>>;
}

export async function listAccountRecords(scope: Scope): Promise<AccountRecord[]> {
  const rows = await scope.db.execute(sql`
    select id, external_id as "externalId", name, native_name as "nativeName", aliases, grade, customer_group as "group",
           parent_id as "parentId", industry, public_owned as "public", owner_id as "ownerId",
           sponsor_id as "sponsorId", names
      from accounts where workspace_id = ${scope.workspace} order by id`);
  return rows as unknown as AccountRecord[];
}

/** Writes accounts whole, new ones and changed ones. @returns real ids by the negative ones. */
export async function saveAccounts(
  scope: Scope,
  records: readonly AccountRecord[],
): Promise<Map<number, number>> {
  if (records.length === 0) return new Map();
  const ids = await realIds(scope, "accounts", records);
  const real = (id: number) => ids.get(id) ?? id;
  const written = records.map((each) => [each.name, each.nativeName, ...each.aliases].join(" "));
  const syllables = await pinyinFor(written.join(" "));
  const rows = records.map((record) => ({
    ...record,
    id: real(record.id),
    parentId: record.parentId === null ? null : real(record.parentId),
    ...namesOfAccount(record, syllables),
  }));
  await scope.db.execute(sql`
    insert into accounts (workspace_id, id, external_id, name, native_name, aliases, grade, customer_group, parent_id,
                          industry, public_owned, owner_id, sponsor_id, names, search_text)
    select ${scope.workspace}, r.id, r."externalId", r.name, r."nativeName", r.aliases, r.grade, r."group", r."parentId",
           r.industry, r.public, r."ownerId", r."sponsorId", r.names, r."searchText"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r
           (id int, "externalId" text, name text, "nativeName" text, aliases text[], grade text, "group" text,
            "parentId" int, industry text, public boolean, "ownerId" int, "sponsorId" int, names text[],
            "searchText" text)
        on conflict (workspace_id, id) do update
       set external_id = excluded.external_id, name = excluded.name, native_name = excluded.native_name,
           aliases = excluded.aliases, grade = excluded.grade, customer_group = excluded.customer_group,
           parent_id = excluded.parent_id, industry = excluded.industry, public_owned = excluded.public_owned,
           owner_id = excluded.owner_id, sponsor_id = excluded.sponsor_id, names = excluded.names,
           search_text = excluded.search_text`);
  await afterBulk(scope, "accounts", rows.length);
  return ids;
}

export async function listDepartmentRecords(scope: Scope): Promise<DepartmentRecord[]> {
  const rows = await scope.db.execute(sql`
    select d.id, d.account_id as "accountId", d.name, d.parent_id as "parentId",
           d.representative_id as "representativeId",
           coalesce((select jsonb_object_agg(h.level, h.expected) from headcounts h
                      where h.workspace_id = d.workspace_id and h.department_id = d.id), '{}') as headcounts
      from departments d where d.workspace_id = ${scope.workspace} order by d.id`);
  return rows as unknown as DepartmentRecord[];
}

/** Writes departments whole with their headcounts. @returns real ids by the negative ones. */
export async function saveDepartments(
  scope: Scope,
  records: readonly DepartmentRecord[],
): Promise<Map<number, number>> {
  if (records.length === 0) return new Map();
  const ids = await realIds(scope, "departments", records);
  const real = (id: number) => ids.get(id) ?? id;
  const rows = records.map((record) => ({
    ...record,
    id: real(record.id),
    parentId: record.parentId === null ? null : real(record.parentId),
  }));
  const json = JSON.stringify(rows);
  await scope.db.execute(sql`
    insert into departments (workspace_id, id, account_id, name, parent_id, representative_id)
    select ${scope.workspace}, r.id, r."accountId", r.name, r."parentId", r."representativeId"
      from jsonb_to_recordset(${json}::jsonb) as r
           (id int, "accountId" int, name text, "parentId" int, "representativeId" int)
        on conflict (workspace_id, id) do update
       set name = excluded.name, parent_id = excluded.parent_id, representative_id = excluded.representative_id`);
  await scope.db.execute(sql`
    insert into headcounts (workspace_id, department_id, level, expected)
    select ${scope.workspace}, r.id, h.key, h.value::int
      from jsonb_to_recordset(${json}::jsonb) as r (id int, headcounts jsonb), jsonb_each_text(r.headcounts) as h
        on conflict (workspace_id, department_id, level) do update set expected = excluded.expected`);
  await afterBulk(scope, "departments", rows.length);
  return ids;
}
