import { Temporal } from "temporal-polyfill";
import type { Outcome, PersonAct } from "../control.ts";
import { Impossible } from "../impossible.ts";
import type { Slack } from "../slack.ts";
import { userJson } from "../world/shapes.ts";

/** Somebody moves, changes language, becomes a guest, leaves. */
export function changePerson(slack: Slack, { user, change }: PersonAct): Outcome {
  const person = slack.world.people.get(user);
  if (!person || person.isBot) throw new Impossible(`There is no person ${user}`);
  if (change.timeZone !== undefined && !isTimeZone(change.timeZone))
    throw new Impossible(`${change.timeZone} is no time zone`);
  const updated = Math.floor(slack.world.clock.now().epochMilliseconds / 1000);
  Object.assign(person, change, { updated });
  slack.world.journal.put(`person/${user}`, person);
  slack.world.changes.changed();
  const email = slack.world.app.manifest.oauth_config.scopes.bot.includes("users:read.email");
  const shown = userJson(slack.world, person, { email, locale: true });
  slack.events.send({ type: "user_change", user: shown, cache_ts: updated });
  return { ok: true };
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(Temporal.Now.zonedDateTimeISO(name));
  } catch {
    return false;
  }
}
