import type { Conversation, Message, OpenView, Person, State } from "../control.ts";
import type { Slack } from "../slack.ts";
import { appConversation, otherIn } from "../world/conversations.ts";
import { unreadOf, visibleTo } from "../world/messages.ts";
import { stackOf } from "../world/views.ts";
import type { Member, Conversation as Stored, StoredMessage, View, World } from "../world/world.ts";
import { personActing } from "./act.ts";

/** Whose eyes a request looks through; the first person of the file when it names nobody. */
export function onlooker(slack: Slack, query: URLSearchParams): string {
  const [first = ""] = slack.world.people.keys();
  return query.get("user") ?? first;
}

/** All that one user sees. */
export function stateFor(slack: Slack, user: string): State {
  const { world } = slack;
  const { team, app, clock } = world;
  const me = personActing(slack, user);
  // Somebody who joined after the start has met the app only now.
  appConversation(world, user);
  const mine = [...world.conversations.values()].filter((each) => each.members.includes(user));
  const { slash_commands: commands, shortcuts } = app.manifest.features;
  return {
    seq: world.changes.seq,
    now: { instant: clock.now().toString(), live: clock.offset === 0 },
    team: { ...team },
    app: {
      id: app.id,
      name: app.name,
      botUserId: app.botUserId,
      connected: slack.sockets.connected,
      hasHome: app.manifest.features.app_home.home_tab_enabled,
    },
    me: personSeen(me),
    people: [...world.people.values()].map(personSeen),
    conversations: mine.map((each) => conversationSeen(world, each, user)),
    views: stackOf(world, user).map(viewSeen),
    home: world.homes.get(user)?.view ?? null,
    commands: commands.map(({ command, description, usage_hint }) => ({
      command,
      description,
      usageHint: usage_hint,
    })),
    shortcuts: shortcuts.map(({ name, callback_id, type, description }) => ({
      name,
      callbackId: callback_id,
      type,
      description,
    })),
  };
}

const personSeen = ({ teamId, isUltraRestricted, isStranger, updated, ...person }: Member): Person => person;

function conversationSeen(world: World, conversation: Stored, user: string): Conversation {
  const { id, kind, members } = conversation;
  const other = otherIn(conversation, user);
  const name = other === null ? conversation.name : (world.people.get(other)?.realName ?? other);
  return {
    id,
    kind,
    name,
    with: other,
    members,
    unread: unreadOf(conversation, user),
    messages: visibleTo(conversation, user).map((message) => messageSeen(world, message)),
  };
}

const messageSeen = (
  world: World,
  { ts, user, text, blocks, threadTs, edited, reader }: StoredMessage,
): Message => ({
  ts,
  user,
  text,
  blocks,
  threadTs,
  fromApp: user === world.app.botUserId,
  edited: edited !== null,
  ephemeral: reader !== null,
});

const viewSeen = ({ id, hash, view, values, errors, trouble, waiting }: View): OpenView => ({
  id,
  hash,
  view,
  values,
  errors,
  trouble,
  busy: waiting > 0,
});
