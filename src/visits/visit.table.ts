import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  time,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "../accounts/account.table.ts";
import { refersTo } from "../platform/db/workspace.table.ts";
import { stakeholders } from "../stakeholders/stakeholder.table.ts";
import { members } from "../team/member.table.ts";
import type { Draft } from "./draft.ts";
import { CHANNELS, VISIT_TYPES, type VisitBefore } from "./visit.ts";

/** Any contact with one account, planned or done. Deleting keeps the row, so that Undo brings it back. */
export const visits = pgTable(
  "visits",
  {
    workspaceId: text().notNull(),
    id: integer().generatedByDefaultAsIdentity().notNull(),
    accountId: integer().notNull(),
    /** Null when imported history names none of ours. */
    authorId: integer(),
    metOn: date().notNull(),
    metAt: time(),
    planned: boolean().notNull().default(false),
    type: text({ enum: VISIT_TYPES }).notNull(),
    channel: text({ enum: CHANNELS }).notNull(),
    minutes: integer(),
    outcome: text().notNull().default(""),
    /** Judged anew on every edit; imported history counts for coverage like any other. */
    effective: boolean().notNull(),
    /** The form's nonce: one form, one visit. `formWords` is the digest of what it last said. */
    nonce: text(),
    formWords: text(),
    importKey: text(),
    version: integer().notNull().default(1),
    /** Digest of the last edit that was not the first form's own repeat. */
    editWords: text(),
    /** What the last edit replaced: what Undo brings back. */
    previous: jsonb().$type<VisitBefore>(),
    changedAt: timestamp({ withTimezone: true }).notNull(),
    recordedAt: timestamp({ withTimezone: true }).notNull(),
    deletedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    refersTo("visits_account", t, t.accountId, accounts),
    refersTo("visits_author", t, t.authorId, members),
    unique("visits_nonce").on(t.workspaceId, t.nonce),
    unique("visits_import_key").on(t.workspaceId, t.importKey),
    index("visits_of_account").on(t.workspaceId, t.accountId, t.metOn),
  ],
);

/** The customer's side of a visit. One row is one contact. */
export const attendees = pgTable(
  "attendees",
  {
    workspaceId: text().notNull(),
    visitId: integer().notNull(),
    stakeholderId: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.visitId, t.stakeholderId] }),
    refersTo("attendees_visit", t, t.visitId, visits).onDelete("cascade"),
    refersTo("attendees_stakeholder", t, t.stakeholderId, stakeholders),
    index("attendees_by_stakeholder").on(t.workspaceId, t.stakeholderId),
  ],
);

/** Our side of a visit besides its author. */
export const colleagues = pgTable(
  "colleagues",
  {
    workspaceId: text().notNull(),
    visitId: integer().notNull(),
    memberId: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.visitId, t.memberId] }),
    refersTo("colleagues_visit", t, t.visitId, visits).onDelete("cascade"),
    refersTo("colleagues_member", t, t.memberId, members),
  ],
);

/** A line somebody wrote in a direct message, read but not yet saved. Its id becomes the visit's nonce. */
export const drafts = pgTable(
  "drafts",
  {
    workspaceId: text().notNull(),
    id: uuid().notNull(),
    memberId: integer().notNull(),
    draft: jsonb().$type<Draft>().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] }), refersTo("drafts_member", t, t.memberId, members)],
);
