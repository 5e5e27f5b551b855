/**
 * The control interface of the local Slack: JSON under `/sandbox/`, loopback only. The page, the tests and the
 * fault battery are its three users; this file is all they share.
 *
 * | call                        | body / query            | answer            |
 * |-----------------------------|-------------------------|-------------------|
 * | GET  /sandbox/state?user=U1 |                         | `State`; without a user, the first person of the file |
 * | GET  /sandbox/changes?user=U1 | server-sent events    | `data: {"seq":n}` whenever that user's state changed; the page then reads state again |
 * | POST /sandbox/command       | `CommandAct`            | `Outcome`         |
 * | POST /sandbox/message       | `MessageAct`            | `Outcome`         |
 * | POST /sandbox/press         | `PressAct`              | `Outcome`         |
 * | POST /sandbox/input         | `InputAct`              | `Outcome`: stores what the user put into a view's input (a dispatching one sends block_actions) |
 * | POST /sandbox/suggest       | `SuggestAct`            | `Suggestions`     |
 * | POST /sandbox/submit        | `SubmitAct`             | `Outcome`         |
 * | POST /sandbox/close         | `{user, view}`          | `Outcome`: closes the top view (sends view_closed when asked for) |
 * | POST /sandbox/shortcut      | `ShortcutAct`           | `Outcome`         |
 * | POST /sandbox/home          | `{user}`                | `Outcome`: opens the Home tab (sends app_home_opened) |
 * | POST /sandbox/read          | `{user, channel}`       | `Outcome`: clears the unread mark |
 * | POST /sandbox/clock         | `ClockAct`              | `{now}`           |
 * | GET  /sandbox/calls?after=n |                         | `Call[]`          |
 * | POST /sandbox/faults        | `Fault`                 | `Outcome`         |
 * | POST /sandbox/person        | `PersonAct`             | `Outcome`: changes somebody's facts (sends user_change) |
 * | POST /sandbox/event         | `EventAct`              | `Outcome`: sends an event that no act here causes: app_uninstalled, tokens_revoked |
 * | POST /sandbox/reset         |                         | `Outcome`: empties messages, views and files; the clock is live again |
 */

/** Block Kit as JSON. The local Slack checks it; it does not need to understand all of it. */
export type Json = Record<string, unknown>;

export interface Person {
  id: string;
  name: string;
  realName: string;
  title: string;
  email: string | null;
  locale: string;
  timeZone: string;
  isBot: boolean;
  isRestricted: boolean;
  deleted: boolean;
  /** A colour for the drawn avatar, `#rrggbb`. */
  colour: string;
}

export interface Message {
  ts: string;
  user: string;
  /** True when the app wrote it. */
  fromApp: boolean;
  text: string;
  blocks: Json[];
  threadTs: string | null;
  edited: boolean;
  /** Only its reader sees it; it is gone after a restart. */
  ephemeral: boolean;
}

export interface Conversation {
  id: string;
  kind: "channel" | "private" | "direct" | "app";
  /** Without `#`; for a direct conversation the other person's name. */
  name: string;
  /** The other person of a direct conversation. */
  with: string | null;
  members: string[];
  unread: number;
  messages: Message[];
}

export interface OpenView {
  id: string;
  hash: string;
  /** The view as the app made it. */
  view: Json;
  /** What the user sees in each input now: block_id → action_id → the value as Slack submits it. */
  values: Record<string, Record<string, Json>>;
  /** Errors beside fields, by block_id, from the last submission. */
  errors: Record<string, string>;
  /** "We had some trouble connecting. Try again?" and the like. */
  trouble: string | null;
  /** True while a submission waits for its ack. */
  busy: boolean;
}

export interface State {
  seq: number;
  /** The civil clock. */
  now: { instant: string; live: boolean };
  team: { id: string; name: string; domain: string };
  app: {
    id: string;
    name: string;
    botUserId: string;
    connected: boolean;
    /** Whether its manifest has a Home tab. */
    hasHome: boolean;
  };
  me: Person;
  people: Person[];
  conversations: Conversation[];
  /** Bottom first; the last one is on top. */
  views: OpenView[];
  home: Json | null;
  commands: { command: string; description: string; usageHint: string }[];
  shortcuts: { name: string; callbackId: string; type: "global" | "message"; description: string }[];
}

export interface Outcome {
  ok: boolean;
  /** Slack's error name or the sentence Slack would show, e.g. "/visit failed with the error dispatch_failed". */
  error?: string;
  /** Field errors of a submission, by block_id. */
  errors?: Record<string, string>;
  /** Milliseconds from sending to the app's ack. */
  ackMs?: number;
}

export interface CommandAct {
  user: string;
  channel: string;
  /** "/visit lunch with Wang Li" */
  text: string;
}

export interface MessageAct {
  user: string;
  channel: string;
  text: string;
  threadTs?: string;
}

/** Where an element stands. */
export type Place = { message: { channel: string; ts: string } } | { view: string } | { home: true };

export interface PressAct {
  user: string;
  in: Place;
  actionId: string;
  blockId?: string;
  /** For selects, date pickers, checkboxes in messages or dispatching inputs: the value as Slack submits it. */
  value?: Json;
}

export interface InputAct {
  user: string;
  view: string;
  blockId: string;
  /** Plain text, `YYYY-MM-DD`, `HH:MM`, an option's value, several of them, user ids; `null` clears. Options of an external select are given whole. */
  value: string | string[] | Json | Json[] | null;
}

export interface SuggestAct {
  user: string;
  in: Place;
  blockId: string;
  actionId: string;
  query: string;
}

export interface Suggestions extends Outcome {
  options: Json[];
  groups: Json[];
}

export interface SubmitAct {
  user: string;
  view: string;
  /** Inputs to fill before submitting, by block_id, each as in `InputAct`. */
  values?: Record<string, InputAct["value"]>;
  /** Sends the same submission so many times at once, as a bad network does. */
  times?: number;
}

export interface ShortcutAct {
  user: string;
  callbackId: string;
  message?: { channel: string; ts: string };
}

/** What became of a person: moved zone, changed language, became a guest, left. */
export interface PersonAct {
  user: string;
  change: Partial<
    Pick<Person, "realName" | "title" | "email" | "locale" | "timeZone" | "isRestricted" | "deleted">
  >;
}

export interface EventAct {
  /** The event as Slack sends it inside `event_callback`; `type` names it. */
  event: Json;
}

export type ClockAct = { set: string } | { advance: string } | { live: true };

export interface Call {
  seq: number;
  at: string;
  /** "api" = the app called a Web API method; "deliver" = something was delivered to the app; "response_url" = the app answered there. */
  direction: "api" | "deliver" | "response_url";
  /** Method name, or the kind of payload ("slash_commands", "view_submission", …). */
  what: string;
  request: Json;
  response: Json;
  status: number;
  ms: number;
}

/** `method` is a Web API method, or `*` for any. A call that hangs is acted on at once and answered so late. */
export type Fault =
  | { method: string; kind: "rate_limited"; retryAfter: number; times: number }
  | { method: string; kind: "error"; error: string; times: number }
  | { method: string; kind: "http500"; times: number }
  | { method: string; kind: "cut_before" | "cut_after"; times: number }
  | { method: string; kind: "hang"; ms: number; times: number }
  /** "warn" says that a refresh comes in ten seconds; until then a connection still gets payloads. */
  | { kind: "warn_sockets" | "refresh_sockets" | "drop_sockets" | "clear" }
  | { kind: "refuse_connections"; ms: number };
