import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Scope } from "../db/scope.ts";
import { outbox } from "./outbox.table.ts";
import type { SlackMessage } from "./outbox.ts";

export interface Posting {
  /** Says what it is; the same key again changes the message instead of sending another. */
  key: string;
  recipient: string;
  message: SlackMessage;
  subjects: string[];
}

/** Puts a message on its way, or changes what it says. Call it in the transaction of the fact that caused it. */
export async function post(scope: Scope, { key, recipient, message, subjects }: Posting): Promise<void> {
  // A refusal is certain: nothing was posted, or what stands was not changed, so new words are a new chance. An
  // uncertain message stays so, because new words must not send it twice; one under way is settled by its sender.
  const afresh = (fresh: SQL, column: AnyPgColumn) =>
    sql`case when ${outbox.state} in ('sent', 'failed') then ${fresh} else ${column} end`;
  await scope.db
    .insert(outbox)
    .values({ workspaceId: scope.workspace, key, recipient, message, subjects })
    .onConflictDoUpdate({
      target: [outbox.workspaceId, outbox.key],
      set: {
        message,
        subjects,
        revision: sql`${outbox.revision} + 1`,
        attempts: 0,
        state: afresh(sql`'waiting'`, outbox.state),
        reason: afresh(sql`null`, outbox.reason),
        // A row that waits goes on waiting: Slack asked this conversation to pause, whatever the words.
        notBefore: afresh(sql`null`, outbox.notBefore),
      },
      setWhere: sql`${outbox.message} is distinct from excluded.message`,
    });
}

/**
 * Somebody pressed a button of this message: proof that it arrived, and of where it stands. Without it a message whose
 * answer was lost would keep its first words for ever, for nobody may send it again and nobody knows what to change.
 * Only such a message is touched; one still under way keeps its sender, who then need not put it aside.
 */
export async function confirmSeen(
  scope: Scope,
  key: string,
  { channel, ts }: { channel: string; ts: string },
): Promise<void> {
  await scope.db
    .update(outbox)
    .set({
      ...{ channel, ts, attempts: 0, reason: null, notBefore: null },
      sentAt: sql`now()`,
      state: sql`case when ${outbox.state} = 'sending' then 'sending'
                      when ${outbox.revision} > ${outbox.triedRevision} then 'waiting' else 'sent' end`,
    })
    .where(
      and(
        eq(outbox.workspaceId, scope.workspace),
        eq(outbox.key, key),
        inArray(outbox.state, ["uncertain", "sending"]),
        isNull(outbox.ts),
      ),
    );
}
