import { and, eq, sql } from "drizzle-orm";
import type { Scope } from "../db/scope.ts";
import type { Ending } from "./ending.ts";
import { outbox } from "./outbox.table.ts";
import type { SlackMessage } from "./outbox.ts";

/** A row in the hands of one sender, until its lease ends. */
export interface Claimed {
  id: number;
  lease: string;
  opaqueId: string;
  recipient: string;
  message: SlackMessage;
  /** Where it stands when it was sent before: then it is changed, not sent. */
  channel: string | null;
  ts: string | null;
  attempts: number;
}

/**
 * Takes rows that want sending, the oldest first and at most one of a recipient, so that order within a conversation
 * is kept. `lease` names this claim and no other; it runs in the database's time, from when the row was had.
 *
 * A look costs what waits, not what was ever sent: states are written out, not passed, so that any plan may use the
 * partial indexes; and "their first unfinished" is asked rather than "no earlier one exists", which becomes a join that
 * reads all that waits once for each row while the statistics don't know of a fresh burst.
 */
export async function claim(scope: Scope, lease: string, seconds: number, limit: number): Promise<Claimed[]> {
  const rows = await scope.db.execute(sql`
    update outbox as row
       set state = 'sending', lease_owner = ${lease}::uuid, tried_revision = row.revision,
           locked_until = clock_timestamp() + make_interval(secs => ${seconds}), attempts = row.attempts + 1
      from (
        select id from outbox
         where workspace_id = ${scope.workspace} and state = 'waiting'
           and (not_before is null or not_before <= now())
           and id = (
             select first.id from outbox first
              where first.workspace_id = outbox.workspace_id and first.recipient = outbox.recipient
                and first.state in ('waiting', 'sending')
              order by first.id limit 1)
         order by id limit ${limit}
           for update skip locked
      ) as next
     where row.workspace_id = ${scope.workspace} and row.id = next.id
    returning row.id, row.lease_owner as lease, row.opaque_id as "opaqueId", row.recipient, row.message,
              row.channel, row.ts, row.attempts`);
  return rows as unknown as Claimed[];
}

/** Stamps a row, only while this claim still holds it. A row whose words changed meanwhile waits again. */
export async function settle(
  scope: Scope,
  { id, lease }: Pick<Claimed, "id" | "lease">,
  ending: Ending,
): Promise<boolean> {
  const rows = await scope.db
    .update(outbox)
    .set({ ...stampOf(ending), leaseOwner: null, lockedUntil: null })
    .where(and(eq(outbox.workspaceId, scope.workspace), eq(outbox.id, id), eq(outbox.leaseOwner, lease)))
    .returning({ id: outbox.id });
  return rows.length > 0;
}

const changed = sql`${outbox.revision} > ${outbox.triedRevision}`;

function stampOf(ending: Ending) {
  switch (ending.is) {
    case "sent":
      return {
        ...{ channel: ending.channel, ts: ending.ts, reason: null, sentAt: sql`now()` },
        state: sql`case when ${changed} then 'waiting' else 'sent' end`,
      };
    case "later":
      return {
        ...{ state: "waiting" as const, reason: ending.reason },
        notBefore: sql`now() + make_interval(secs => ${ending.seconds})`,
        ...(ending.counts ? {} : { attempts: sql`greatest(${outbox.attempts} - 1, 0)` }),
      };
    case "failed":
      return {
        reason: ending.reason,
        state: sql`case when ${changed} then 'waiting' else 'failed' end`,
      };
    case "uncertain":
      return {
        reason: ending.reason,
        // Unless a press has proved meanwhile that it arrived (`confirmSeen`).
        state: sql`case when ${outbox.ts} is null then 'uncertain' when ${changed} then 'waiting' else 'sent' end`,
      };
  }
}

/**
 * Rows whose sender died in the middle. A change of a message may simply be sent again; a first sending may have
 * arrived, so it is put aside as uncertain and shown rather than sent twice. @returns how many were found.
 */
export async function recoverAbandoned(scope: Scope): Promise<number> {
  const rows = await scope.db.execute(sql`
    update outbox
       set state = case when ts is null then 'uncertain' else 'waiting' end,
           reason = 'lease_expired', lease_owner = null, locked_until = null
     where workspace_id = ${scope.workspace} and state = 'sending' and locked_until < now()
    returning id`);
  return rows.length;
}

/** The direct conversation a recipient was last reached in: opening one again is a call Slack counts. */
export async function findConversation(scope: Scope, recipient: string): Promise<string | undefined> {
  const [row] = await scope.db.execute<{ channel: string }>(sql`
    select channel from outbox
     where workspace_id = ${scope.workspace} and recipient = ${recipient} and channel is not null
     order by id desc limit 1`);
  return row?.channel;
}
