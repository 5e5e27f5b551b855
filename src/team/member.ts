export const ROLES = ["rep", "executive"] as const;
export type Role = (typeof ROLES)[number];
export const LOCALES = ["en", "zh"] as const;
/** The languages Rapport speaks. */
export type Locale = (typeof LOCALES)[number];

/** One of our people. */
export interface Member {
  id: number;
  /** Null while only the import knows them. */
  slackUserId: string | null;
  name: string;
  timeZone: string;
  locale: Locale;
  role: Role;
  customerManagement: boolean;
  managerId: number | null;
  active: boolean;
}

/** What Slack says of a user, as far as we need it. */
export interface Profile {
  slackUserId: string;
  teamId: string;
  name: string;
  email: string | null;
  timeZone: string;
  locale: Locale;
  bot: boolean;
  guest: boolean;
  stranger: boolean;
  deleted: boolean;
}

export type NotAdmitted = "bot" | "guest" | "stranger" | "deactivated";

/** Guests, bots, people of other organisations and deactivated users are refused. `null`: come in. */
export function whyNotAdmitted(profile: Profile, workspace: string): NotAdmitted | null {
  if (profile.bot) return "bot";
  if (profile.stranger || profile.teamId !== workspace) return "stranger";
  if (profile.guest) return "guest";
  return profile.deleted ? "deactivated" : null;
}

/** Slack's `zh-CN`, `zh-TW`, `en-GB` … Everything but Chinese reads English. */
export const localeOf = (slackLocale: string | undefined): Locale =>
  slackLocale?.toLowerCase().startsWith("zh") ? "zh" : "en";
