import { Temporal } from "temporal-polyfill";
import type { SettableClock } from "../../platform/clock.ts";
import { idOf } from "../ids.ts";
import type { Manifest, WorkspaceFile } from "../workspace.ts";
import { trackChanges } from "./changes.ts";
import { appConversation, newConversation } from "./conversations.ts";
import { forgetfulJournal, openJournal } from "./journal.ts";
import { messageKey } from "./messages.ts";
import type { Member, StoredMessage, View, World } from "./world.ts";

export interface WorldOptions {
  workspace: WorkspaceFile;
  manifest: Manifest;
  clock: SettableClock;
  dataDir?: string | undefined;
}

/** The world as the files describe it, with what was said and done in it before the last restart. */
export function openWorld({ workspace, manifest, clock, dataDir }: WorldOptions): {
  world: World;
  /** Lets go of the clock, which outlives this world. */
  close(): void;
} {
  const { journal, remembered } = dataDir
    ? openJournal(dataDir)
    : { journal: forgetfulJournal, remembered: new Map<string, unknown>() };
  const name = manifest.features.bot_user.display_name;
  const key = `${workspace.team.id}/${manifest.display_information.name}`;
  const world: World = {
    team: workspace.team,
    app: { id: idOf("A", key), name, botId: idOf("B", key), botUserId: idOf("U", key), manifest },
    people: new Map(),
    userGroups: [],
    conversations: new Map(),
    stacks: new Map(),
    homes: new Map(),
    choices: new Map(),
    clock,
    changes: trackChanges(),
    journal,
  };
  settle(world, workspace);
  for (const [what, value] of remembered) recall(world, what.split("/"), value);
  for (const conversation of world.conversations.values())
    conversation.messages.sort((one, other) => (one.ts < other.ts ? -1 : 1));
  const close = clock.onJump(() => {
    journal.put("clock", clock.offset);
    world.changes.changed();
  });
  return { world, close };
}

/** Empties the world of everything but its people and channels. */
export function resetWorld(world: World): void {
  world.journal.clear();
  world.stacks.clear();
  world.homes.clear();
  world.choices.clear();
  for (const conversation of world.conversations.values()) {
    if (conversation.kind === "direct") world.conversations.delete(conversation.id);
    conversation.messages = [];
    conversation.read.clear();
  }
  world.clock.live();
  for (const [key, value] of documents(world)) world.journal.put(key, value);
}

/** What a shortened journal says. */
export function* documents(world: World): Iterable<[string, unknown]> {
  if (world.clock.offset !== 0) yield ["clock", world.clock.offset];
  for (const [user, home] of world.homes) yield [`home/${user}`, home];
  for (const person of world.people.values()) if (person.updated > 0) yield [`person/${person.id}`, person];
  for (const conversation of world.conversations.values()) {
    if (conversation.kind === "direct") yield [`direct/${conversation.id}`, conversation.members];
    for (const message of conversation.messages)
      if (message.reader === null) yield [messageKey(conversation, message), message];
    for (const [user, ts] of conversation.read) yield [`read/${conversation.id}/${user}`, ts];
  }
}

function settle(world: World, file: WorkspaceFile): void {
  const bot: Member = {
    id: world.app.botUserId,
    name: world.app.name.toLowerCase(),
    realName: world.app.name,
    title: "",
    email: null,
    locale: "en-US",
    timeZone: "UTC",
    colour: "#1f4e5f",
    teamId: file.team.id,
    isBot: true,
    isRestricted: false,
    isUltraRestricted: false,
    isStranger: false,
    deleted: false,
    updated: 0,
  };
  for (const { teamId = file.team.id, ...person } of file.people)
    world.people.set(person.id, { ...person, teamId, isBot: false, updated: 0 });
  world.people.set(bot.id, bot);
  const idsOf = (names: string[]) => names.map((name) => idNamed(world, name));
  world.userGroups = file.userGroups.map((group) => ({ ...group, members: idsOf(group.members) }));
  for (const { members, withApp, isPrivate, topic, id, name, ...sharing } of file.channels) {
    const everybody = withApp ? [...idsOf(members), bot.id] : idsOf(members);
    const kind = isPrivate ? ("private" as const) : ("channel" as const);
    world.conversations.set(id, newConversation({ id, kind, name, topic, members: everybody, sharing }));
  }
  for (const person of world.people.values()) if (!person.isBot) appConversation(world, person.id);
}

function idNamed(world: World, name: string): string {
  for (const person of world.people.values()) if (person.name === name) return person.id;
  throw new Error(`The workspace file has a channel or group with "${name}", who is not among its people.`);
}

/** A document about somebody or a channel that has left the workspace file is passed over. */
function recall(world: World, [kind, id = "", more = ""]: string[], value: unknown): void {
  const conversation = world.conversations.get(id);
  if (kind === "clock" && value !== 0)
    world.clock.set(Temporal.Now.instant().add({ milliseconds: Number(value) }));
  if (kind === "home" && world.people.has(id)) world.homes.set(id, value as View);
  if (kind === "person" && world.people.has(id)) world.people.set(id, value as Member);
  if (kind === "direct")
    world.conversations.set(
      id,
      newConversation({ id, kind: "direct", name: "", members: value as string[] }),
    );
  if (kind === "message" && conversation) conversation.messages.push(value as StoredMessage);
  if (kind === "read") conversation?.read.set(more, String(value));
}
