import type { Json } from "../control.ts";
import type { Slack } from "../slack.ts";
import { tsOf } from "../world/messages.ts";
import { messageJson } from "../world/shapes.ts";
import type { Conversation, StoredMessage } from "../world/world.ts";

/**
 * Of its direct conversations the app hears every message, its own included, and every change of one: a listener that
 * does not look at `subtype` and `bot_id` answers itself.
 */
export function hearMessage(slack: Slack, conversation: Conversation, message: StoredMessage): void {
  const event = messageJson(slack.world, conversation, message);
  tell(slack, conversation, message, { ...event, event_ts: message.ts });
}

export function hearChange(
  slack: Slack,
  conversation: Conversation,
  message: StoredMessage,
  before: Json,
): void {
  const now = messageJson(slack.world, conversation, message);
  const change = { subtype: "message_changed", message: now, previous_message: before };
  tell(slack, conversation, message, { type: "message", hidden: true, ts: nowTs(slack), ...change });
}

export function hearRemoval(
  slack: Slack,
  conversation: Conversation,
  message: StoredMessage,
  before: Json,
): void {
  const removal = { subtype: "message_deleted", deleted_ts: message.ts, previous_message: before };
  tell(slack, conversation, message, { type: "message", hidden: true, ts: nowTs(slack), ...removal });
}

function tell(slack: Slack, { id, kind }: Conversation, message: StoredMessage, event: Json): void {
  if (kind !== "app" || message.reader !== null) return;
  slack.events.send({ ...event, channel: id, channel_type: "im" }, "message.im");
}

const nowTs = (slack: Slack) => tsOf(slack.world.clock.now().epochMilliseconds);
