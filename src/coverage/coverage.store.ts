import { and, eq, inArray, sql } from "drizzle-orm";
import type { Day } from "../platform/civil.ts";
import { oneOf } from "../platform/db/list.ts";
import type { Scope } from "../platform/db/scope.ts";
import type { Policy } from "../policy/index.ts";
import { stakeholders } from "../stakeholders/stakeholder.table.ts";
import type { Coverage, PersonClock } from "./coverage.ts";

/**
 * Derives the cadence clocks of the given people from their effective visits, grade, level and policy, in one
 * statement after one that locks them: of two visits to a person written at once, the second must see the first, and
 * a fixed order leaves no room for a deadlock. Recording, editing, deleting, a change of grade, level or policy, and the import all end here.
 * A seat has no clock of its own: somebody unnamed counts as not met.
 */
export async function restartClocks(
  scope: Scope,
  policy: Policy,
  ids: readonly number[] | "all",
): Promise<void> {
  if (ids !== "all" && ids.length === 0) return;
  const chosen = ids === "all" ? sql`true` : sql`s.id ${oneOf(ids)}`;
  await scope.db.execute(sql`
    select from stakeholders s
     where s.workspace_id = ${scope.workspace} and ${chosen}
     order by s.id
       for no key update`);
  await scope.db.execute(sql`
    update stakeholders as person
       set cadence_days = derived.cadence_days, last_effective_on = derived.last_effective_on
      from (
        select s.id,
               (${JSON.stringify(policy.cadence)}::jsonb
                  -> coalesce(a.grade, 'ungraded')
                  ->> case when s.key_person then 'keyPerson' else s.level end)::int as cadence_days,
               (select max(v.met_on)
                  from attendees t
                  join visits v on v.workspace_id = t.workspace_id and v.id = t.visit_id
                 where t.workspace_id = s.workspace_id and t.stakeholder_id = s.id
                   and v.effective and v.deleted_at is null and s.name is not null) as last_effective_on
          from stakeholders s
          join accounts a on a.workspace_id = s.workspace_id and a.id = s.account_id
         where s.workspace_id = ${scope.workspace} and ${chosen}
      ) as derived
     where person.workspace_id = ${scope.workspace} and person.id = derived.id
       and (person.cadence_days, person.last_effective_on)
           is distinct from (derived.cadence_days, derived.last_effective_on)`);
}

/** Coverage of accounts on a day, per account; one the workspace does not have is left out. */
export async function listCoverage(
  scope: Scope,
  accountIds: readonly number[],
  today: Day,
): Promise<Coverage[]> {
  if (accountIds.length === 0) return [];
  const rows = await scope.db.execute(sql`
    with known as (
      select s.account_id, s.department_id, s.level,
             count(*)::int as people,
             count(*) filter (where s.last_effective_on is not null and s.next_due_on >= ${today})::int as covered
        from stakeholders s
       where s.workspace_id = ${scope.workspace} and s.status = 'active'
         and s.account_id ${oneOf(accountIds)}
       group by 1, 2, 3
    ), planned as (
      select d.account_id, h.department_id, h.level, h.expected
        from headcounts h
        join departments d on d.workspace_id = h.workspace_id and d.id = h.department_id
       where h.workspace_id = ${scope.workspace} and d.account_id ${oneOf(accountIds)}
    ), cells as (
      select coalesce(k.account_id, p.account_id) as account_id, coalesce(k.covered, 0) as covered,
             greatest(coalesce(k.people, 0), coalesce(p.expected, 0)) as total
        from known k
        full join planned p on p.department_id = k.department_id and p.level = k.level
    )
    select a.id as "accountId",
           coalesce(sum(c.covered), 0)::int as covered,
           coalesce(sum(c.total), 0)::int as total,
           (select count(*)::int from departments d
             where d.workspace_id = a.workspace_id and d.account_id = a.id
               and not exists (select from headcounts h
                                where h.workspace_id = d.workspace_id and h.department_id = d.id)) as "departmentsUnset"
      from accounts a
      left join cells c on c.account_id = a.id
     where a.workspace_id = ${scope.workspace} and a.id ${oneOf(accountIds)}
     group by a.workspace_id, a.id`);
  return rows as unknown as Coverage[];
}

/** The clocks of people, in no order; seats among them have a due day too. */
export async function listClocks(scope: Scope, ids: readonly number[]): Promise<PersonClock[]> {
  if (ids.length === 0) return [];
  const rows = await scope.db
    .select({
      stakeholderId: stakeholders.id,
      lastEffectiveOn: stakeholders.lastEffectiveOn,
      nextDueOn: stakeholders.nextDueOn,
      cadenceDays: stakeholders.cadenceDays,
    })
    .from(stakeholders)
    .where(and(eq(stakeholders.workspaceId, scope.workspace), inArray(stakeholders.id, [...ids])));
  return rows.map((row) => ({ ...row, nextDueOn: row.nextDueOn ?? "" }));
}
