import type { Outcome } from "../control.ts";
import { Impossible } from "../impossible.ts";
import type { Slack } from "../slack.ts";
import { appConversationId } from "../world/conversations.ts";
import { markRead } from "../world/messages.ts";
import { viewJson } from "../world/shapes.ts";
import { conversationOf, personActing } from "./act.ts";

/** Opening the app's Home tab. */
export function openHome(slack: Slack, { user }: { user: string }): Outcome {
  personActing(slack, user);
  if (!slack.world.app.manifest.features.app_home.home_tab_enabled)
    throw new Impossible("This app has no Home tab");
  tellOpened(slack, user, "home");
  return { ok: true };
}

/** Looking into a conversation; the app hears of it when it is its own, as Slack tells of both tabs. */
export function look(slack: Slack, { user, channel }: { user: string; channel: string }): Outcome {
  personActing(slack, user);
  const conversation = conversationOf(slack, channel, user);
  markRead(slack.world, conversation, user);
  if (conversation.kind === "app") tellOpened(slack, user, "messages");
  return { ok: true };
}

function tellOpened(slack: Slack, user: string, tab: "home" | "messages"): void {
  const home = slack.world.homes.get(user);
  slack.events.send({
    type: "app_home_opened",
    user,
    channel: appConversationId(slack.world, user),
    tab,
    ...(tab === "home" && home && { view: viewJson(slack.world, home) }),
  });
}
