import { sql } from "drizzle-orm";
import type { Day } from "../platform/civil.ts";
import { afterBulk, inChunks, realIds } from "../platform/db/bulk.ts";
import type { Scope } from "../platform/db/scope.ts";
import { pinyinFor } from "../platform/pinyin.ts";
import type { Level } from "../policy/index.ts";
import { namesOfStakeholder } from "./names.ts";

/** A person as a file may change them. A negative id is someone new; `reportsToId` may be another's negative id. */
export interface StakeholderRecord {
  id: number;
  externalId: string | null;
  accountId: number;
  departmentId: number | null;
  name: string | null;
  nativeName: string | null;
  aliases: string[];
  addressedAs: string | null;
  title: string | null;
  level: Level;
  keyPerson: boolean;
  publicOfficial: boolean;
  reportsToId: number | null;
  ownerId: number | null;
  email: string | null;
  birthYear: number | null;
  birthMonth: number | null;
  birthDay: number | null;
  birthLeapMonth: boolean;
  birthdayCalendar: "gregorian" | "lunar" | null;
  /** Derived when saved. */
  names: string[];
}

/** Everybody a file may mean: the people of these accounts, and whoever has one of these ids or addresses. */
export async function listStakeholderRecords(
  scope: Scope,
  { accountIds, externalIds, emails }: { accountIds: number[]; externalIds: string[]; emails: string[] },
): Promise<StakeholderRecord[]> {
  const rows = await scope.db.execute(sql`
    select id, external_id as "externalId", account_id as "accountId", department_id as "departmentId", name,
           native_name as "nativeName", aliases, addressed_as as "addressedAs", title, level,
           key_person as "keyPerson", public_official as "publicOfficial", reports_to_id as "reportsToId",
           owner_id as "ownerId", email, birth_year as "birthYear", birth_month as "birthMonth",
           birth_day as "birthDay", birth_leap_month as "birthLeapMonth", birthday_calendar as "birthdayCalendar",
           names
      from stakeholders
     where workspace_id = ${scope.workspace}
       and (account_id = any(${sql.param(accountIds)}::int[]) or external_id = any(${sql.param(externalIds)}::text[])
            or lower(email) = any(${sql.param(emails)}::text[]))
     order by id`);
  return rows as unknown as StakeholderRecord[];
}

/** Writes people whole, new ones (added today) and changed ones. Their clocks are coverage's to restart. @returns their real ids. */
export async function saveStakeholders(
  scope: Scope,
  records: readonly StakeholderRecord[],
  today: Day,
): Promise<number[]> {
  const ids = await realIds(scope, "stakeholders", records);
  const real = (id: number) => ids.get(id) ?? id;
  // One text of all names: a call with a hundred thousand arguments overflows the stack.
  const written = records.map((each) =>
    [each.name, each.nativeName, each.addressedAs, ...each.aliases].join(" "),
  );
  const syllables = await pinyinFor(written.join(" "));
  const rows = records.map((record) => ({
    ...record,
    id: real(record.id),
    reportsToId: record.reportsToId === null ? null : real(record.reportsToId),
    ...namesOfStakeholder(record, syllables),
  }));
  await inChunks(rows, (json) => upsert(scope, json, today));
  await afterBulk(scope, "stakeholders", rows.length);
  // Only now is everybody there to be reported to.
  const bosses = rows
    .filter((row) => row.reportsToId !== null)
    .map(({ id, reportsToId }) => ({ id, reportsToId }));
  await inChunks(bosses, (json) =>
    scope.db.execute(sql`
      update stakeholders s set reports_to_id = r."reportsToId"
        from jsonb_to_recordset(${json}::jsonb) as r (id int, "reportsToId" int)
       where s.workspace_id = ${scope.workspace} and s.id = r.id and s.reports_to_id is distinct from r."reportsToId"`),
  );
  return rows.map((row) => row.id);
}

const upsert = (scope: Scope, json: string, today: Day) =>
  scope.db.execute(sql`
    insert into stakeholders (workspace_id, id, external_id, account_id, department_id, name, native_name, aliases,
                              addressed_as, title, level, key_person, public_official, owner_id, email, birth_year,
                              birth_month, birth_day, birth_leap_month, birthday_calendar, names, surname, search_text,
                              added_on)
    select ${scope.workspace}, r.id, r."externalId", r."accountId", r."departmentId", r.name, r."nativeName", r.aliases,
           r."addressedAs", r.title, r.level, r."keyPerson", r."publicOfficial", r."ownerId", r.email, r."birthYear",
           r."birthMonth", r."birthDay", r."birthLeapMonth", r."birthdayCalendar", r.names, r.surname, r."searchText",
           ${today}
      from jsonb_to_recordset(${json}::jsonb) as r
           (id int, "externalId" text, "accountId" int, "departmentId" int, name text, "nativeName" text,
            aliases text[], "addressedAs" text, title text, level text, "keyPerson" boolean,
            "publicOfficial" boolean, "ownerId" int, email text, "birthYear" int, "birthMonth" int, "birthDay" int,
            "birthLeapMonth" boolean, "birthdayCalendar" text, names text[], surname text, "searchText" text)
        on conflict (workspace_id, id) do update
       set external_id = excluded.external_id, account_id = excluded.account_id,
           department_id = excluded.department_id, name = excluded.name, native_name = excluded.native_name,
           aliases = excluded.aliases, addressed_as = excluded.addressed_as, title = excluded.title,
           level = excluded.level, key_person = excluded.key_person, public_official = excluded.public_official,
           owner_id = excluded.owner_id, email = excluded.email, birth_year = excluded.birth_year,
           birth_month = excluded.birth_month, birth_day = excluded.birth_day,
           birth_leap_month = excluded.birth_leap_month, birthday_calendar = excluded.birthday_calendar,
           names = excluded.names, surname = excluded.surname, search_text = excluded.search_text`);

/** Gives people without an owner their account's. */
export async function adoptOwnerless(scope: Scope, accountIds: readonly number[]): Promise<void> {
  await scope.db.execute(sql`
    update stakeholders s set owner_id = a.owner_id
      from accounts a
     where s.workspace_id = ${scope.workspace} and a.workspace_id = s.workspace_id and a.id = s.account_id
       and a.id = any(${sql.param([...accountIds])}::int[]) and s.owner_id is null and a.owner_id is not null`);
}

export async function listPeopleOf(scope: Scope, accountIds: readonly number[]): Promise<number[]> {
  const rows = await scope.db.execute<{ id: number }>(sql`
    select id from stakeholders
     where workspace_id = ${scope.workspace} and account_id = any(${sql.param([...accountIds])}::int[])`);
  return rows.map((row) => row.id);
}
