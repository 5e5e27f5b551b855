import { App, type AppOptions, LogLevel } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import { settableClock } from "../platform/clock.ts";
import type {
  Call,
  CommandAct,
  Fault,
  InputAct,
  Json,
  Message,
  Outcome,
  State,
  SubmitAct,
} from "./control.ts";
import { type Manifest, type Sandbox, type SandboxOptions, startSandbox } from "./index.ts";
import { manifestFile, workspaceFile } from "./workspace.ts";

/** A small workspace and a real Bolt app in it, for the tests beside this file. */
export interface Rehearsal {
  sandbox: Sandbox;
  clock: SandboxOptions["clock"];
  app: App;
  client: WebClient;
  post<Answer = Outcome>(path: string, body: Json): Promise<Answer>;
  command(text: string, more?: Partial<CommandAct>): Promise<Outcome>;
  input(act: Omit<InputAct, "user"> & { user?: string }): Promise<Outcome>;
  submit(act: Omit<SubmitAct, "user"> & { user?: string }): Promise<Outcome>;
  fault(fault: Fault): Promise<Outcome>;
  state(user?: string): Promise<State>;
  /** What a user sees in the app's direct conversation. */
  said(user?: string): Promise<Message[]>;
  calls(): Promise<Call[]>;
  stop(): Promise<void>;
}

export const ana = "U0ANA";
export const ben = "U0BEN";

export const workspace = workspaceFile.parse({
  team: { id: "T0TEST", name: "Test Works", domain: "test-works" },
  people: [
    { id: ana, name: "ana", realName: "Ana Lindqvist", email: "ana@test.example", timeZone: "Europe/Berlin" },
    { id: ben, name: "ben", realName: "Ben Okafor", email: "ben@test.example", locale: "zh-CN" },
    { id: "U0GONE", name: "gone", realName: "Gone Away", deleted: true },
  ],
  channels: [
    { id: "C0GENERAL", name: "general", members: ["ana", "ben"] },
    { id: "C0TEAM", name: "team", members: ["ana", "ben"], withApp: true },
    { id: "C0SECRET", name: "secret", isPrivate: true, members: ["ben"] },
  ],
  userGroups: [{ id: "S0ALL", handle: "all", name: "All", members: ["ana", "ben"] }],
});

export const manifest: Manifest = manifestFile.parse({
  display_information: { name: "Rehearsal" },
  features: {
    bot_user: { display_name: "Rehearsal" },
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    slash_commands: [{ command: "/log", description: "Logs", usage_hint: "[what]", should_escape: true }],
    shortcuts: [
      { name: "Log this", type: "message", callback_id: "log.this", description: "From a message" },
      { name: "Log", type: "global", callback_id: "log.new", description: "From anywhere" },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        "commands",
        "chat:write",
        "im:write",
        "im:history",
        "users:read",
        "users:read.email",
        "channels:read",
      ],
    },
  },
  settings: {
    event_subscriptions: { bot_events: ["message.im", "app_home_opened", "user_change", "app_uninstalled"] },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
});

export async function rehearse(
  options: Partial<SandboxOptions> & { app?: AppOptions } = {},
): Promise<Rehearsal> {
  const clock = options.clock ?? settableClock();
  const sandbox = await startSandbox({ workspace, manifest, port: 0, ...options, clock });
  const app = new App({
    token: sandbox.botToken,
    appToken: sandbox.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: sandbox.apiUrl },
    ...options.app,
  });
  await app.start();
  const client = new WebClient(sandbox.botToken, {
    slackApiUrl: sandbox.apiUrl,
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
    rejectRateLimitedCalls: true,
  });
  return { sandbox, clock, app, client, ...controlOf(sandbox), stop: () => stopBoth(app, sandbox) };
}

function controlOf(sandbox: Sandbox) {
  const ask = async <Answer>(path: string, init?: RequestInit) =>
    (await (await fetch(`${sandbox.url}/sandbox/${path}`, init)).json()) as Answer;
  const post = <Answer = Outcome>(path: string, body: Json) =>
    ask<Answer>(path, { method: "POST", body: JSON.stringify(body) });
  const state = (user = ana) => ask<State>(`state?user=${user}`);
  return {
    post,
    state,
    command: (text: string, more: Partial<CommandAct> = {}) =>
      post("command", { user: ana, channel: "C0GENERAL", text, ...more }),
    input: (act: Json) => post("input", { user: ana, ...act }),
    submit: (act: Json) => post("submit", { user: ana, ...act }),
    fault: (fault: Fault) => post("faults", { ...fault }),
    calls: () => ask<Call[]>("calls?after=0"),
    said: async (user = ana) =>
      (await state(user)).conversations.find(({ kind }) => kind === "app")?.messages ?? [],
  };
}

/** Both at once: an app whose sockets are gone need not say goodbye, which takes seconds. */
async function stopBoth(app: App, sandbox: Sandbox): Promise<void> {
  const stopped = app.stop();
  await sandbox.stop();
  await stopped;
}
