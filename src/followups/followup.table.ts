import { date, index, integer, pgTable, primaryKey, text, timestamp, unique } from "drizzle-orm/pg-core";
import { accounts } from "../accounts/account.table.ts";
import { refersTo } from "../platform/db/workspace.table.ts";
import { members } from "../team/member.table.ts";
import { visits } from "../visits/visit.table.ts";

/** A to-do of ours; most come from a visit's next step. */
export const followUps = pgTable(
  "follow_ups",
  {
    workspaceId: text().notNull(),
    id: integer().generatedByDefaultAsIdentity().notNull(),
    accountId: integer().notNull(),
    ownerId: integer().notNull(),
    /** The visit whose next step it is; a visit has at most one. */
    visitId: integer(),
    words: text().notNull(),
    dueOn: date(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    refersTo("follow_ups_account", t, t.accountId, accounts),
    refersTo("follow_ups_owner", t, t.ownerId, members),
    refersTo("follow_ups_visit", t, t.visitId, visits).onDelete("cascade"),
    unique("follow_ups_of_visit").on(t.workspaceId, t.visitId),
    index("follow_ups_due").on(t.workspaceId, t.ownerId, t.dueOn),
  ],
);
