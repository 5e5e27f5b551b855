import type { SettableClock } from "../platform/clock.ts";
import { keepCalls } from "./calls.ts";
import { deliverOver, slackPatience } from "./deliver/deliver.ts";
import { sendEvents, slackRetries } from "./deliver/events.ts";
import { keepResponseUrls } from "./deliver/response-urls.ts";
import { openSockets } from "./deliver/sockets.ts";
import { keepTriggers } from "./deliver/triggers.ts";
import { keepFaults } from "./faults.ts";
import { type Page, serve } from "./serve.ts";
import type { Slack } from "./slack.ts";
import { tokensFor } from "./tokens.ts";
import type { Manifest, WorkspaceFile } from "./workspace.ts";
import { openWorld } from "./world/open.ts";

export { checkBlocks, checkView } from "./blockkit/index.ts";
export { type Manifest, readManifestFile, readWorkspaceFile } from "./workspace.ts";

export interface SandboxOptions {
  workspace: WorkspaceFile;
  manifest: Manifest;
  /** Set by the control interface; the same clock is the app's. */
  clock: SettableClock;
  /** 0 takes any free one. */
  port: number;
  /** A loopback address. */
  host?: string;
  /** Where messages, Home tabs, the clock and the tokens survive a restart; without it nothing does. */
  dataDir?: string | undefined;
  /** What is served at `/`, asked for at every load. */
  page?: (() => Promise<Page>) | undefined;
  /** Told of failures of the sandbox itself. */
  log?: (message: string, error: unknown) => void;
  /** Milliseconds before each further try of an event that was not acked. */
  eventRetries?: number[];
  /** Milliseconds that an app has to ack. */
  ackWithin?: number;
}

export interface Sandbox {
  /** Without a slash at the end. */
  url: string;
  /** What an app takes as `slackApiUrl`; ends with `/api/`. */
  apiUrl: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  team: { id: string; name: string };
  stop(): Promise<void>;
}

/** Opens a small Slack workspace on this machine. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { dataDir, page, eventRetries = slackRetries, ackWithin = slackPatience } = options;
  const log = options.log ?? ((message, error) => console.error(message, error));
  const tokens = tokensFor(dataDir);
  const { world, close } = openWorld({ ...options, dataDir });
  const calls = keepCalls();
  const { server, url, stop } = await serve(options, () => slack, { page, log });
  const sockets = openSockets({
    server,
    address: () => url.replace("http", "ws"),
    appId: world.app.id,
    onConnections: () => world.changes.changed(),
  });
  const deliver = deliverOver(sockets, calls, ackWithin);
  const events = sendEvents(world, deliver, eventRetries);
  const slack: Slack = {
    world,
    tokens,
    url,
    sockets,
    deliver,
    events,
    calls,
    triggers: keepTriggers(),
    responseUrls: keepResponseUrls(() => url),
    faults: keepFaults(),
  };
  return {
    url,
    apiUrl: `${url}/api/`,
    team: { id: world.team.id, name: world.team.name },
    botToken: tokens.bot,
    appToken: tokens.app,
    signingSecret: tokens.signingSecret,
    async stop() {
      events.stop();
      sockets.stop();
      close();
      await stop();
    },
  };
}
