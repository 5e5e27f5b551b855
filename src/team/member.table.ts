import { sql } from "drizzle-orm";
import {
  boolean,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { ofWorkspace, refersTo } from "../platform/db/workspace.table.ts";

/** One of our people. Known by Slack id on first contact, by e-mail when imported before it. */
export const members = pgTable(
  "members",
  {
    workspaceId: text().notNull(),
    id: integer().generatedByDefaultAsIdentity().notNull(),
    slackUserId: text(),
    email: text(),
    name: text().notNull(),
    /** Folded names the one-line reader knows them by. */
    names: text().array().notNull().default([]),
    timeZone: text().notNull().default("UTC"),
    locale: text({ enum: ["en", "zh"] })
      .notNull()
      .default("en"),
    role: text({ enum: ["rep", "executive"] })
      .notNull()
      .default("rep"),
    customerManagement: boolean().notNull().default(false),
    managerId: integer(),
    region: text(),
    /** People to meet in a week; null takes the policy's number. */
    target: integer(),
    active: boolean().notNull().default(true),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    ofWorkspace(t),
    refersTo("members_manager", t, t.managerId, t),
    unique("members_slack_user").on(t.workspaceId, t.slackUserId),
    uniqueIndex("members_email").on(t.workspaceId, sql`lower(${t.email})`),
  ],
);
