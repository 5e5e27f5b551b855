import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";
import { accounts, departments } from "../accounts/account.table.ts";
import { refersTo } from "../platform/db/workspace.table.ts";
import { LEVELS } from "../policy/index.ts";
import { members } from "../team/member.table.ts";

/** A person of the account, or a seat: a role we know without the name (`name` is null). */
export const stakeholders = pgTable(
  "stakeholders",
  {
    workspaceId: text().notNull(),
    id: integer().generatedByDefaultAsIdentity().notNull(),
    externalId: text(),
    accountId: integer().notNull(),
    departmentId: integer(),
    name: text(),
    nativeName: text(),
    aliases: text().array().notNull().default([]),
    addressedAs: text(),
    title: text(),
    level: text({ enum: LEVELS }).notNull().default("unknown"),
    keyPerson: boolean().notNull().default(false),
    publicOfficial: boolean().notNull().default(false),
    reportsToId: integer(),
    ownerId: integer(),
    email: text(),
    status: text({ enum: ["active", "moved", "left", "do_not_contact"] })
      .notNull()
      .default("active"),
    birthYear: integer(),
    birthMonth: integer(),
    birthDay: integer(),
    /** The month is a leap month of the lunar calendar. */
    birthLeapMonth: boolean().notNull().default(false),
    birthdayCalendar: text({ enum: ["gregorian", "lunar"] }),
    /** Folded names, each whole; and the Chinese family name alone. */
    names: text().array().notNull().default([]),
    surname: text(),
    searchText: text().notNull().default(""),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    // The cadence clock: written by coverage only.
    addedOn: date().notNull(),
    cadenceDays: integer().notNull().default(0),
    lastEffectiveOn: date(),
    nextDueOn: date().generatedAlwaysAs(sql`coalesce(last_effective_on, added_on) + cadence_days`),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    refersTo("stakeholders_account", t, t.accountId, accounts),
    refersTo("stakeholders_department", t, t.departmentId, departments),
    refersTo("stakeholders_reports_to", t, t.reportsToId, t),
    refersTo("stakeholders_owner", t, t.ownerId, members),
    unique("stakeholders_external_id").on(t.workspaceId, t.externalId),
    index("stakeholders_due").on(t.workspaceId, t.ownerId, t.nextDueOn),
    index("stakeholders_of_account").on(t.workspaceId, t.accountId),
    index("stakeholders_names").using("gin", t.names),
    index("stakeholders_search").using("gin", t.searchText.op("gin_trgm_ops")),
    check("stakeholders_name_or_title", sql`${t.name} is not null or ${t.title} is not null`),
  ],
);
