import type { WebClient } from "@slack/web-api";
import { type Day, dayOf, timeOf } from "../platform/civil.ts";
import type { Clock } from "../platform/clock.ts";
import { type Queries, type Scope, scopeOf } from "../platform/db/scope.ts";
import { Refusal } from "../platform/slack/trouble.ts";
import { admitMember, findMember, listAddresses, listMembersBySlackId } from "./member.store.ts";
import { refusalText } from "./member.text.ts";
import { type Locale, localeOf, type Member, type Profile, whyNotAdmitted } from "./member.ts";

/** What every listener is given of the running process. */
export interface House {
  db: Queries;
  clock: Clock;
  /** The one workspace whose tokens we hold. */
  workspace: string;
  /** `RAPPORT_ADMIN`: becomes customer management on first contact. */
  admin: string | undefined;
  /** Tells the sender that something waits in the outbox. */
  wake(): void;
}

/** Somebody who may come in, with the civil time where they are. */
export interface Asker {
  member: Member;
  scope: Scope;
  locale: Locale;
  today: Day;
  /** Today somewhere else. */
  dayIn(zone: string): Day;
  /** `HH:MM` */
  time: string;
  at: Date;
}

type Asked = { teamId: string; userId: string; client: WebClient };

/**
 * Lets a member in: one indexed read. Somebody new is asked of Slack first.
 * @throws Refusal for guests, bots, people of other organisations and the deactivated.
 */
export async function admit(house: House, { teamId, userId, client }: Asked): Promise<Asker> {
  if (teamId !== house.workspace) throw new Refusal(refusalText("stranger", "en"));
  const scope = scopeOf(house.db, house.workspace);
  const known = await findMember(scope, userId);
  const member = known ?? (await meet(house, scope, await askProfile(client, userId).catch(unlessUnknown)));
  if (!member.active) throw new Refusal(refusalText("deactivated", member.locale));
  const now = house.clock.now();
  return {
    member,
    scope,
    locale: member.locale,
    today: dayOf(now, member.timeZone),
    dayIn: (zone) => dayOf(now, zone),
    time: timeOf(now, member.timeZone),
    at: new Date(now.epochMilliseconds),
  };
}

async function meet(house: House, scope: Scope, profile: Profile | null): Promise<Member> {
  if (!profile) throw new Refusal(refusalText("stranger", "en"));
  const why = whyNotAdmitted(profile, scope.workspace);
  if (why) throw new Refusal(refusalText(why, profile.locale));
  return admitMember(scope, profile, house.admin);
}

/**
 * The members behind Slack ids picked in a form; whoever is new is asked of Slack. `kept` were there before and stay,
 * though they may have left since.
 * @returns null when somebody among them may not be named (a guest, a bot, another organisation, somebody who left).
 */
export async function findColleagues(
  house: House,
  { scope }: Asker,
  client: WebClient,
  slackUserIds: readonly string[],
  kept: readonly number[] = [],
): Promise<Member[] | null> {
  const known = await listMembersBySlackId(scope, slackUserIds);
  const unknown = slackUserIds.filter((id) => !known.some((member) => member.slackUserId === id));
  const profiles = await Promise.all(unknown.map((id) => askProfile(client, id).catch(unlessUnknown)));
  const members = [...known];
  for (const profile of profiles) {
    if (!profile || whyNotAdmitted(profile, scope.workspace)) return null;
    members.push(await admitMember(scope, profile, house.admin));
  }
  return members.every((member) => member.active || kept.includes(member.id)) ? members : null;
}

/**
 * Slack ids of members. Whoever the import knew by e-mail alone is looked up in Slack, once: their id is kept.
 * A member Slack does not know, or may not be admitted, is left out.
 */
export async function findSlackIds(
  house: House,
  { scope }: Asker,
  client: WebClient,
  memberIds: readonly number[],
): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  const missing: { email: string }[] = [];
  for (const { id, slackUserId, email } of await listAddresses(scope, memberIds)) {
    if (slackUserId) found.set(id, slackUserId);
    else if (email) missing.push({ email });
  }
  const profiles = await Promise.all(missing.map(({ email }) => lookUp(client, email).catch(unlessUnknown)));
  for (const profile of profiles) {
    if (!profile || whyNotAdmitted(profile, scope.workspace)) continue;
    found.set((await admitMember(scope, profile, house.admin)).id, profile.slackUserId);
  }
  return found;
}

async function lookUp(client: WebClient, email: string): Promise<Profile | null> {
  const { user } = await client.users.lookupByEmail({ email });
  return user?.id ? askProfile(client, user.id) : null;
}

function unlessUnknown(error: unknown): null {
  const said = (error as { data?: { error?: unknown } }).data?.error;
  if (said === "users_not_found" || said === "user_not_found" || said === "user_not_visible") return null;
  throw error;
}

async function askProfile(client: WebClient, userId: string): Promise<Profile> {
  const { user } = await client.users.info({ user: userId, include_locale: true });
  return profileOf(userId, user ?? {});
}

/** Slack's user object, in a payload or from `users.info`. */
export interface SlackUser {
  team_id?: string;
  name?: string;
  real_name?: string;
  tz?: string;
  locale?: string;
  deleted?: boolean;
  is_bot?: boolean;
  is_restricted?: boolean;
  is_ultra_restricted?: boolean;
  is_stranger?: boolean;
  profile?: { email?: string; real_name?: string; display_name?: string };
}

/** `user_change` brings no locale; then the one we know stays. */
export function profileOf(slackUserId: string, user: SlackUser): Profile {
  return {
    slackUserId,
    teamId: user.team_id ?? "",
    name: user.real_name || user.profile?.real_name || user.name || slackUserId,
    email: user.profile?.email ?? null,
    // Some users have no zone; UTC is at least nobody else's.
    timeZone: user.tz ?? "UTC",
    locale: localeOf(user.locale),
    bot: user.is_bot ?? false,
    guest: (user.is_restricted ?? false) || (user.is_ultra_restricted ?? false),
    stranger: user.is_stranger ?? false,
    deleted: user.deleted ?? false,
  };
}
