import type { Outcome, ShortcutAct } from "../control.ts";
import { actionTs, channelOf, interaction } from "../deliver/payloads.ts";
import { Impossible } from "../impossible.ts";
import type { Slack } from "../slack.ts";
import { messageJson } from "../world/shapes.ts";
import { done, messageSeen, personActing, timedOut } from "./act.ts";

/** Using a shortcut from the menu, or from a message's menu. */
export async function takeShortcut(
  slack: Slack,
  { user, callbackId, message }: ShortcutAct,
): Promise<Outcome> {
  personActing(slack, user);
  const shortcut = slack.world.app.manifest.features.shortcuts.find(
    (each) => each.callback_id === callbackId,
  );
  if (!shortcut || (shortcut.type === "message") !== (message !== undefined))
    throw new Impossible(`There is no such shortcut ${callbackId}`);
  const { answer, ms } = await slack.deliver.interaction({
    ...interaction(slack, message ? "message_action" : "shortcut", user),
    callback_id: callbackId,
    trigger_id: slack.triggers.issue(user),
    action_ts: actionTs(),
    ...(message && aboutMessage(slack, user, message)),
  });
  return answer ? done(ms) : { ok: false, error: timedOut, ackMs: Math.round(ms) };
}

function aboutMessage(slack: Slack, user: string, at: { channel: string; ts: string }) {
  const { conversation, message } = messageSeen(slack, at, user);
  if (message.reader !== null) throw new Impossible("A message only you see has no shortcuts");
  return {
    channel: channelOf(conversation),
    message_ts: message.ts,
    message: messageJson(slack.world, conversation, message),
    response_url: slack.responseUrls.issue({ user, channel: conversation.id, original: message.ts }),
  };
}
