import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";

/** One Slack team. Its id is Slack's; every other table's primary key begins with it. */
export const workspaces = pgTable("workspaces", {
  id: text().primaryKey(),
  name: text().notNull(),
  /** What customer management changed; parsed by zod over the defaults. */
  policy: jsonb().notNull().default(sql`'{}'::jsonb`),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

/** Events Slack has delivered: a retry carries the same id and is answered without acting again. */
export const seenEvents = pgTable(
  "seen_events",
  {
    workspaceId: text().notNull(),
    eventId: text().notNull(),
    seenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.eventId] }), ofWorkspace(t)],
);

/** Who changed what, and when. `detail` names fields and ids, never the words of a visit. */
export const audit = pgTable(
  "audit",
  {
    workspaceId: text().notNull(),
    id: bigint({ mode: "number" }).generatedByDefaultAsIdentity().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** A member's id; null when the import or a job did it. */
    memberId: integer(),
    act: text().notNull(),
    subject: text().notNull(),
    detail: jsonb().notNull().default(sql`'{}'::jsonb`),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    ofWorkspace(t),
    index("audit_by_subject").on(t.workspaceId, t.subject),
  ],
);

interface Owned {
  workspaceId: AnyPgColumn;
  id: AnyPgColumn;
}

/** A reference that carries the workspace, so that no row can point into another one. */
export const refersTo = (
  name: string,
  own: { workspaceId: AnyPgColumn },
  column: AnyPgColumn,
  target: Owned,
) =>
  foreignKey({
    name,
    columns: [own.workspaceId, column],
    foreignColumns: [target.workspaceId, target.id],
  });

/** Every row belongs to a workspace and goes with it. */
export const ofWorkspace = (own: { workspaceId: AnyPgColumn }) =>
  foreignKey({ columns: [own.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade");
