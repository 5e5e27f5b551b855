import type { Json } from "../control.ts";
import { isDirect, otherIn } from "./conversations.ts";
import type { Conversation, Member, StoredMessage, View, World } from "./world.ts";

/** How Slack's JSON shows what the world holds. */

export function userJson(world: World, person: Member, see: { email: boolean; locale: boolean }): Json {
  const { id, name, realName, deleted, timeZone } = person;
  const profile = { real_name: realName, display_name: name, title: person.title, team: person.teamId };
  const offset = world.clock.now().toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e9;
  return {
    id,
    team_id: person.teamId,
    name,
    deleted,
    real_name: realName,
    color: person.colour.slice(1),
    tz: timeZone,
    tz_label: timeZone,
    tz_offset: offset,
    updated: person.updated,
    profile: {
      ...profile,
      real_name_normalized: realName,
      display_name_normalized: name,
      ...(see.email && person.email !== null && { email: person.email }),
      ...(person.isBot && { bot_id: world.app.botId, api_app_id: world.app.id }),
    },
    is_admin: false,
    is_owner: false,
    is_bot: person.isBot,
    is_app_user: false,
    is_restricted: person.isRestricted,
    is_ultra_restricted: person.isUltraRestricted,
    ...(person.isStranger && { is_stranger: true }),
    ...(see.locale && { locale: person.locale }),
  };
}

export function conversationJson(world: World, conversation: Conversation): Json {
  const { id, name, created, sharing } = conversation;
  const shared = sharing.isExtShared || sharing.isOrgShared;
  const flags = {
    is_archived: false,
    is_shared: shared,
    is_ext_shared: sharing.isExtShared,
    is_pending_ext_shared: sharing.isPendingExtShared,
    is_org_shared: sharing.isOrgShared,
    context_team_id: world.team.id,
  };
  if (isDirect(conversation))
    return {
      id,
      created,
      is_im: true,
      is_open: true,
      user: otherIn(conversation, world.app.botUserId),
      ...flags,
    };
  const isPrivate = conversation.kind === "private";
  return {
    id,
    name,
    name_normalized: name,
    created,
    creator: conversation.members[0] ?? "",
    is_channel: !isPrivate,
    is_group: isPrivate,
    is_im: false,
    is_mpim: false,
    is_private: isPrivate,
    is_general: name === "general",
    is_member: conversation.members.includes(world.app.botUserId),
    topic: { value: conversation.topic, creator: "", last_set: 0 },
    purpose: { value: "", creator: "", last_set: 0 },
    num_members: conversation.members.length,
    ...flags,
  };
}

export function messageJson(
  world: World,
  conversation: Conversation,
  message: StoredMessage,
  { metadata = false } = {},
): Json {
  const { user, ts, text, blocks, threadTs, edited } = message;
  const replies = conversation.messages.filter((each) => each.threadTs === ts && each.reader === null);
  const last = replies.at(-1);
  const repliers = [...new Set(replies.map((reply) => reply.user))];
  return {
    type: "message",
    user,
    ts,
    text,
    team: world.team.id,
    ...(user === world.app.botUserId && appSigns(world)),
    ...(blocks.length > 0 && { blocks }),
    ...(threadTs !== null && { thread_ts: threadTs, parent_user_id: authorOf(conversation, threadTs) }),
    ...(last && {
      thread_ts: ts,
      reply_count: replies.length,
      latest_reply: last.ts,
      reply_users: repliers,
      reply_users_count: repliers.length,
    }),
    ...(edited && { edited }),
    ...(metadata && message.metadata && { metadata: message.metadata }),
  };
}

export function viewJson(world: World, shown: View, values = shown.values): Json {
  const { view } = shown;
  return {
    id: shown.id,
    team_id: world.team.id,
    type: view["type"],
    blocks: view["blocks"],
    private_metadata: view["private_metadata"] ?? "",
    callback_id: view["callback_id"] ?? "",
    state: { values },
    hash: shown.hash,
    title: view["title"] ?? { type: "plain_text", text: "View Title" },
    clear_on_close: view["clear_on_close"] ?? false,
    notify_on_close: view["notify_on_close"] ?? false,
    close: view["close"] ?? null,
    submit: view["submit"] ?? null,
    submit_disabled: view["submit_disabled"] ?? false,
    previous_view_id: shown.previousId,
    root_view_id: shown.rootId,
    app_id: world.app.id,
    external_id: view["external_id"] ?? "",
    app_installed_team_id: world.team.id,
    bot_id: world.app.botId,
  };
}

export const permalink = (world: World, conversation: Conversation, message: StoredMessage) => {
  const page = `https://${world.team.domain}.slack.com/archives/${conversation.id}/p${message.ts.replace(".", "")}`;
  return message.threadTs === null ? page : `${page}?thread_ts=${message.threadTs}&cid=${conversation.id}`;
};

const appSigns = (world: World): Json => ({
  bot_id: world.app.botId,
  app_id: world.app.id,
  bot_profile: {
    id: world.app.botId,
    app_id: world.app.id,
    name: world.app.name,
    deleted: false,
    updated: 0,
    team_id: world.team.id,
  },
});

const authorOf = (conversation: Conversation, ts: string) =>
  conversation.messages.find((message) => message.ts === ts)?.user ?? "";
