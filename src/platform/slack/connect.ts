import { App } from "@slack/bolt";
import { WebClient, type WebClientOptions } from "@slack/web-api";
import type { Log } from "../log.ts";
import { askIdentity, type Identity } from "./identity.ts";
import { libraryLog } from "./library-log.ts";
import { socketReceiver } from "./receiver.ts";

export interface Slack {
  app: App;
  /** For answers a person waits for: fails fast, never waits out a 429. It must not post messages. */
  interactive: WebClient;
  /** For the outbox: never retries by itself, because a retried post is a second post. */
  bulk: WebClient;
  identity: Identity;
  /** Resolves when the first connection is up; with Slack unreachable it keeps trying. */
  start(): Promise<void>;
  /** Takes no new work, lets what is in hand finish, closes: at most 10 s in all. */
  stop(): Promise<void>;
  connected(): boolean;
}

export interface SlackOptions {
  botToken: string;
  appToken: string;
  /** Another Slack's API, `http://localhost:3000/api/`. */
  apiUrl?: string;
  log: Log;
}

/** Knows who we are and is ready to listen; call `start` once the listeners are registered. */
export async function connectSlack({ botToken, appToken, apiUrl, log }: SlackOptions): Promise<Slack> {
  const logger = libraryLog(log);
  const common: WebClientOptions = {
    logger,
    timeout: 8000,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  };
  const forPeople: WebClientOptions = {
    ...common,
    retryConfig: { retries: 2, minTimeout: 150, factor: 2 },
    // A client that waits out one 429 holds back all its calls, and a trigger lives for 3 s.
    rejectRateLimitedCalls: true,
    fetch: fetchInTime,
  };
  const interactive = new WebClient(botToken, forPeople);
  const bulk = new WebClient(botToken, {
    ...common,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  const identity = await askIdentity(bulk, log);

  const receiver = socketReceiver({ appToken, apiUrl, log, logger });
  const app = new App({
    receiver,
    logger,
    clientOptions: forPeople,
    extendedErrorHandler: true,
    convoStore: false,
    // Answered from memory: Bolt would otherwise ask auth.test, once too early or for every event.
    authorize: async () => ({ botToken, botId: identity.botId, botUserId: identity.botUserId }),
  });
  return {
    app,
    interactive,
    bulk,
    identity,
    start: async () => void (await app.start()),
    stop: async () => void (await app.stop()),
    connected: receiver.connected,
  };
}

/** Bolt's `respond` uses this fetch and sets no limit of its own. */
const fetchInTime: NonNullable<WebClientOptions["fetch"]> = (url, init) =>
  fetch(url, { signal: AbortSignal.timeout(8000), ...init });
