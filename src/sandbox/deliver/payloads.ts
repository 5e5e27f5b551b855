import type { Json } from "../control.ts";
import type { Slack } from "../slack.ts";
import { isDirect } from "../world/conversations.ts";
import { messageJson } from "../world/shapes.ts";
import type { Conversation, StoredMessage, View } from "../world/world.ts";
import { verificationToken } from "./deliver.ts";

/** What every interactive payload says first. */
export function interaction(slack: Slack, type: string, user: string): Json {
  const { team, app, people } = slack.world;
  const name = people.get(user)?.name ?? user;
  return {
    type,
    token: verificationToken,
    api_app_id: app.id,
    team: { id: team.id, domain: team.domain },
    user: { id: user, username: name, name, team_id: team.id },
    enterprise: null,
    is_enterprise_install: false,
  };
}

export const channelOf = (conversation: Conversation): Json => ({
  id: conversation.id,
  name: channelName(conversation),
});

export const channelName = (conversation: Conversation) =>
  isDirect(conversation)
    ? "directmessage"
    : conversation.kind === "private"
      ? "privategroup"
      : conversation.name;

export function messageContainer(conversation: Conversation, message: StoredMessage): Json {
  const ephemeral = message.reader !== null;
  return {
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: conversation.id,
      is_ephemeral: ephemeral,
      ...(message.threadTs !== null && { thread_ts: message.threadTs }),
    },
    channel: channelOf(conversation),
  };
}

/** An ephemeral message is nowhere to be read again, so its payload comes without it. */
export const messageItself = (slack: Slack, conversation: Conversation, message: StoredMessage): Json =>
  message.reader === null ? { message: messageJson(slack.world, conversation, message) } : {};

export const viewContainer = (view: View): Json => ({ container: { type: "view", view_id: view.id } });

/** Seconds with micros, as `action_ts` is written. */
export const actionTs = () => (Date.now() / 1000).toFixed(6);
