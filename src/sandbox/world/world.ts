import type { SettableClock } from "../../platform/clock.ts";
import type { Json, Person } from "../control.ts";
import type { Manifest, WorkspaceFile } from "../workspace.ts";
import type { Changes } from "./changes.ts";
import type { Journal } from "./journal.ts";

/** Everything the local Slack remembers. Its neighbours in this folder are the only ones that write to it. */
export interface World {
  team: WorkspaceFile["team"];
  app: AppInfo;
  people: Map<string, Member>;
  userGroups: { id: string; handle: string; name: string; members: string[] }[];
  conversations: Map<string, Conversation>;
  /** Modals by user, bottom first. */
  stacks: Map<string, View[]>;
  homes: Map<string, View>;
  /** What users chose in messages, by conversation, message and user; gone after a restart. */
  choices: Map<string, Values>;
  clock: SettableClock;
  changes: Changes;
  journal: Journal;
}

interface AppInfo {
  id: string;
  name: string;
  botId: string;
  botUserId: string;
  manifest: Manifest;
}

export interface Member extends Person {
  teamId: string;
  isUltraRestricted: boolean;
  isStranger: boolean;
  /** Seconds since 1970, as `users.info` says it. */
  updated: number;
}

export interface Conversation {
  id: string;
  kind: "channel" | "private" | "direct" | "app";
  name: string;
  topic: string;
  /** Users, the bot included when it is there. */
  members: string[];
  created: number;
  sharing: { isExtShared: boolean; isPendingExtShared: boolean; isOrgShared: boolean };
  /** Oldest first. */
  messages: StoredMessage[];
  /** The last `ts` each user has seen. */
  read: Map<string, string>;
}

export interface StoredMessage {
  ts: string;
  user: string;
  text: string;
  blocks: Json[];
  threadTs: string | null;
  edited: { user: string; ts: string } | null;
  metadata: Json | null;
  /** Whose eyes alone it is for. */
  reader: string | null;
}

export interface View {
  id: string;
  hash: string;
  user: string;
  /** As the app made it, with every block and element given an id. */
  view: Json;
  values: Values;
  errors: Record<string, string>;
  trouble: string | null;
  /** Submissions that wait for their ack. */
  waiting: number;
  rootId: string;
  previousId: string | null;
}

/** block_id → action_id → the value as Slack submits it. */
export type Values = Record<string, Record<string, Json>>;
