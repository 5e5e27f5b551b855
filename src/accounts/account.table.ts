import { boolean, index, integer, pgTable, primaryKey, text, timestamp, unique } from "drizzle-orm/pg-core";
import { ofWorkspace, refersTo } from "../platform/db/workspace.table.ts";
import { GRADES, LEVELS } from "../policy/index.ts";
import { members } from "../team/member.table.ts";

/** A customer organisation. */
export const accounts = pgTable(
  "accounts",
  {
    workspaceId: text().notNull(),
    id: integer().generatedByDefaultAsIdentity().notNull(),
    /** The id the team's own list gave it. */
    externalId: text(),
    name: text().notNull(),
    nativeName: text(),
    aliases: text().array().notNull().default([]),
    grade: text({ enum: GRADES }),
    group: text("customer_group"),
    parentId: integer(),
    industry: text(),
    public: boolean("public_owned").notNull().default(false),
    ownerId: integer(),
    sponsorId: integer(),
    /** Folded name, native name and aliases, each whole. */
    names: text().array().notNull().default([]),
    /** What a search matches: folded names and pinyin. */
    searchText: text().notNull().default(""),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    ofWorkspace(t),
    refersTo("accounts_owner", t, t.ownerId, members),
    refersTo("accounts_sponsor", t, t.sponsorId, members),
    refersTo("accounts_parent", t, t.parentId, t),
    unique("accounts_external_id").on(t.workspaceId, t.externalId),
    index("accounts_names").using("gin", t.names),
    index("accounts_search").using("gin", t.searchText.op("gin_trgm_ops")),
  ],
);

/** A unit of the account; local units have a named representative of ours. */
export const departments = pgTable(
  "departments",
  {
    workspaceId: text().notNull(),
    id: integer().generatedByDefaultAsIdentity().notNull(),
    accountId: integer().notNull(),
    name: text().notNull(),
    parentId: integer(),
    representativeId: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    refersTo("departments_account", t, t.accountId, accounts).onDelete("cascade"),
    refersTo("departments_parent", t, t.parentId, t),
    refersTo("departments_representative", t, t.representativeId, members),
    unique("departments_name").on(t.workspaceId, t.accountId, t.parentId, t.name).nullsNotDistinct(),
  ],
);

/** How many people the department has at a level: the denominator is their organisation, not our address book. */
export const headcounts = pgTable(
  "headcounts",
  {
    workspaceId: text().notNull(),
    departmentId: integer().notNull(),
    level: text({ enum: LEVELS }).notNull(),
    expected: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.departmentId, t.level] }),
    refersTo("headcounts_department", t, t.departmentId, departments).onDelete("cascade"),
  ],
);
