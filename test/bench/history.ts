import { sql } from "drizzle-orm";
import { restartClocks } from "../../src/coverage/index.ts";
import type { Scope } from "../../src/platform/db/scope.ts";
import { policySchema } from "../../src/policy/index.ts";
import { admitMember } from "../../src/team/member.store.ts";
import type { Member } from "../../src/team/member.ts";
import { givenAccount, givenPerson } from "../harness/customers.ts";
import { TEAM } from "./people.ts";

export interface History {
  member: Member;
  accountId: number;
  /** The account's people. */
  personIds: number[];
}

/**
 * Two years of a sales team: fifty accounts of forty people, 20,000 visits to three of them each, a next step for every
 * fourth. Measured on empty
 * tables, a statement would show neither its reading nor the plan it has in use. Ids count from 1, people account by
 * account.
 */
export async function giveHistory(scope: Scope): Promise<History> {
  const member = await admitMember(scope, {
    ...{
      slackUserId: "U0SAVER",
      teamId: TEAM,
      name: "Ana Lindqvist",
      email: null,
      timeZone: "Europe/Berlin",
    },
    ...{ locale: "en", bot: false, guest: false, stranger: false, deleted: false },
  });
  const accountId = await givenAccount(scope, "Acme Telecom");
  await givenPerson(scope, accountId, "Person 1", { level: "senior" });
  for (const statement of [
    sql`insert into accounts (workspace_id, name, grade, names, search_text)
        select workspace_id, name || n, grade, names, search_text from accounts, generate_series(2, 50) n`,
    sql`insert into stakeholders (workspace_id, account_id, name, level, names, search_text, added_on)
        select workspace_id, (n - 1) / 40 + 1, 'Person ' || n, level, names, search_text, added_on
          from stakeholders, generate_series(2, 2000) n`,
    sql`insert into visits (workspace_id, account_id, met_on, type, channel, outcome, effective, changed_at, recorded_at)
        select ${scope.workspace}, n % 50 + 1, date '2024-11-21' + n / 28, 'visit', 'in_person',
               'They want the new price by Friday.', true, now(), now()
          from generate_series(1, 20000) n`,
    sql`insert into attendees (workspace_id, visit_id, stakeholder_id)
        select workspace_id, id, (account_id - 1) * 40 + (id / 50 * 3 + k) % 40 + 1
          from visits, generate_series(0, 2) k`,
    sql`insert into follow_ups (workspace_id, account_id, owner_id, visit_id, words)
        select workspace_id, account_id, ${member.id}::int, id, 'Send the price' from visits where id % 4 = 0`,
  ])
    await scope.db.execute(statement);
  await restartClocks(scope, policySchema.parse({}), "all");
  return { member, accountId, personIds: Array.from({ length: 40 }, (_, at) => at + 1) };
}
