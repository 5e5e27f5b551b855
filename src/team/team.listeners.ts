import { scopeOf } from "../platform/db/scope.ts";
import type { Handle } from "../platform/slack/handle.ts";
import { type House, profileOf, type SlackUser } from "./admission.actions.ts";
import { followProfile } from "./member.store.ts";
import { whyNotAdmitted } from "./member.ts";

/** Slack tells of a changed zone or language, of a deactivation, of somebody made a guest; only members are followed. */
export function registerTeam(on: Handle, house: House): void {
  on.event("user_change", async ({ event }) => {
    const user = event["user"] as (SlackUser & { id?: string }) | undefined;
    if (!user?.id) return;
    const profile = profileOf(user.id, user);
    const active = whyNotAdmitted(profile, house.workspace) === null;
    const locale = user.locale === undefined ? {} : { locale: profile.locale };
    const zone = user.tz === undefined ? {} : { timeZone: user.tz };
    await followProfile(scopeOf(house.db, house.workspace), user.id, { active, ...zone, ...locale });
  });
}
