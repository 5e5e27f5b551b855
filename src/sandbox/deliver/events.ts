import type { Json } from "../control.ts";
import { newId } from "../ids.ts";
import { asText } from "../json.ts";
import { tsOf } from "../world/messages.ts";
import type { World } from "../world/world.ts";
import { type Deliver, verificationToken } from "./deliver.ts";

/** Slack tries an event again at once, after a minute and after five; every time under the same `event_id`. */
export const slackRetries = [0, 60_000, 300_000];

export interface Events {
  /** Sends an event if the manifest subscribes to it (`message.im` names the kind of conversation too). */
  send(event: Json, subscription?: string): void;
  /** Gives up every retry that is still to come. */
  stop(): void;
}

export function sendEvents(world: World, deliver: Deliver, retries: number[]): Events {
  const { manifest } = world.app;
  const timers = new Set<NodeJS.Timeout>();
  let stopped = false;

  const attempt = async (payload: Json, nth: number): Promise<void> => {
    const reason = nth === 0 ? "" : "timeout";
    const { answer } = await deliver.event(payload, { attempt: nth, reason });
    const pause = retries[nth];
    if (answer || stopped || pause === undefined) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      void attempt(payload, nth + 1);
    }, pause);
    timers.add(timer.unref());
  };

  return {
    send(event, subscription = asText(event["type"]) ?? "") {
      if (!manifest.settings.event_subscriptions.bot_events.includes(subscription)) return;
      void attempt(wrapped(world, event), 0);
    },
    stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function wrapped({ team, app, clock }: World, event: Json): Json {
  const now = tsOf(clock.now().epochMilliseconds);
  const install = { is_bot: true, is_enterprise_install: false };
  const installed = { enterprise_id: null, team_id: team.id, user_id: app.botUserId, ...install };
  return {
    token: verificationToken,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: app.id,
    type: "event_callback",
    event_id: newId("Ev"),
    event_time: Number(now.split(".")[0]),
    event: { ...event, event_ts: event["event_ts"] ?? now },
    authorizations: [installed],
    is_ext_shared_channel: false,
  };
}
