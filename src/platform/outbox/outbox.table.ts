import { sql } from "drizzle-orm";
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { ofWorkspace } from "../db/workspace.table.ts";
import type { SlackMessage } from "./outbox.ts";

/**
 * Every message Rapport sends is a row here first, written in the transaction of the fact that caused it.
 * `state` alone decides whether it wants sending; a change of what it says raises `revision`.
 */
export const outbox = pgTable(
  "outbox",
  {
    workspaceId: text().notNull(),
    id: bigint({ mode: "number" }).generatedByDefaultAsIdentity().notNull(),
    /** Says what it is: `card:<member>:<nonce>`. One row per key, however many replicas ask. */
    key: text().notNull(),
    /** All that Slack sees of the row, as message metadata. */
    opaqueId: uuid().notNull().defaultRandom(),
    /** A Slack user (their direct conversation) or a channel. */
    recipient: text().notNull(),
    message: jsonb().$type<SlackMessage>().notNull(),
    /** What it shows: `visit:42`, `stakeholder:7`. */
    subjects: text().array().notNull().default([]),
    state: text({ enum: ["waiting", "sending", "sent", "failed", "uncertain"] })
      .notNull()
      .default("waiting"),
    /** Why it failed or is uncertain: Slack's own error name. */
    reason: text(),
    revision: integer().notNull().default(1),
    /** The revision last tried: what stands in Slack, if anything does. A newer one waits for its turn. */
    triedRevision: integer().notNull().default(0),
    channel: text(),
    ts: text(),
    attempts: integer().notNull().default(0),
    notBefore: timestamp({ withTimezone: true }),
    lockedUntil: timestamp({ withTimezone: true }),
    leaseOwner: uuid(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    sentAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("outbox_key").on(t.workspaceId, t.key),
    ofWorkspace(t),
    // Partial, so that looking for work costs what is unfinished, not what was ever sent.
    index("outbox_waiting").on(t.workspaceId, t.id).where(sql`state = 'waiting'`),
    index("outbox_unfinished")
      .on(t.workspaceId, t.recipient, t.id)
      .where(sql`state in ('waiting', 'sending')`),
    index("outbox_conversations").on(t.workspaceId, t.recipient, t.id).where(sql`channel is not null`),
  ],
);
