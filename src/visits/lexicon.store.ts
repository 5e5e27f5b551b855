import { sql } from "drizzle-orm";
import type { Scope } from "../platform/db/scope.ts";
import type { KnownNames } from "./draft.ts";

const MOST_PEOPLE = 200;

/**
 * The names a line may mean, in one statement: everything that answers to one of its terms, and whoever bears a
 * Chinese family name of the line at an account the line names (王总 is somebody only inside one account).
 */
export async function findLexicon(scope: Scope, me: number, terms: readonly string[]): Promise<KnownNames> {
  const wanted = sql`${sql.param([...terms])}::text[]`;
  const [row] = await scope.db.execute<{ lexicon: Omit<KnownNames, "me"> }>(sql`
    with named as (
      select id, name, native_name, names from accounts
       where workspace_id = ${scope.workspace} and names && ${wanted}
    ), people as (
      select id, account_id, coalesce(name, title) as name, native_name, names, surname from stakeholders
       where workspace_id = ${scope.workspace} and status = 'active'
         and (names && ${wanted}
              or (account_id in (select id from named) and surname = any(${wanted})))
       order by key_person desc, id
       limit ${MOST_PEOPLE}
    ), theirs as (
      select id, name, native_name, names from named
      union
      select id, name, native_name, names from accounts
       where workspace_id = ${scope.workspace} and id in (select account_id from people)
    ), ours as (
      select id, name, names from members
       where workspace_id = ${scope.workspace} and active and names && ${wanted}
    )
    select json_build_object(
      'accounts', (select coalesce(json_agg(json_build_object(
          'id', id, 'name', name, 'nativeName', native_name, 'names', names)), '[]') from theirs),
      'people', (select coalesce(json_agg(json_build_object(
          'id', id, 'accountId', account_id, 'name', name, 'nativeName', native_name, 'names', names, 'surname', surname)), '[]') from people),
      'members', (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'names', names)), '[]') from ours)
    ) as lexicon`);
  return { me, ...(row?.lexicon ?? { accounts: [], people: [], members: [] }) };
}
