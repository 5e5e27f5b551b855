import { type Logger, SocketModeReceiver } from "@slack/bolt";
import { pause } from "./backoff.ts";

/** One payload of Slack's, as the socket client hands it over. */
export interface Envelope {
  envelope_id: string;
  body: Record<string, unknown>;
  ack: (answer?: unknown) => Promise<void>;
  retry_num?: number;
  retry_reason?: string;
}

export interface ConnectionOptions {
  appToken: string;
  apiUrl: string | undefined;
  logger: Logger;
  onEnvelope(envelope: Envelope, connection: Connection): void;
  /** Slack announced that it will close this connection; it still works for some seconds. */
  onLeaving(connection: Connection): void;
  onClosed(connection: Connection): void;
}

/** One web socket, from hello to close. It never reconnects: its owner opens the next one. */
export interface Connection {
  readonly openedAt: number;
  leaving: boolean;
  isOpen(): boolean;
  /** Closes in at most 1.5 s, whether or not the other side answers. */
  close(): Promise<void>;
}

const HELLO_WITHIN = 10_000;

/** Opens a connection and waits for Slack's hello. Throws when Slack refuses, fails or stays silent. */
export async function openConnection(options: ConnectionOptions): Promise<Connection> {
  const { client } = freshReceiver(options);
  let open = false;
  const connection: Connection = {
    openedAt: Date.now(),
    leaving: false,
    isOpen: () => open,
    close: () => close(client),
  };
  keepOpenWhenLeaving(client, () => {
    connection.leaving = true;
    options.onLeaving(connection);
  });
  client.on("slack_event", (envelope: Envelope) => options.onEnvelope(envelope, connection));
  client.on("connected", () => {
    open = true;
  });
  client.on("disconnected", () => {
    const was = open;
    open = false;
    if (was) options.onClosed(connection);
  });
  await hello(client);
  return connection;
}

type Client = SocketModeReceiver["client"];

/** Only the client inside is used: its receiver would swallow what we must count. Top-level `clientOptions` are ignored by Bolt. */
function freshReceiver({ appToken, apiUrl, logger }: ConnectionOptions): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: {
        ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
        timeout: 5000,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
      },
    },
  });
}

/**
 * The client answers Slack's "disconnect" by closing at once, and acks still owed on that socket are lost. We hold
 * that one message back from it, so that the old socket stays usable while the next one opens.
 */
function keepOpenWhenLeaving(client: Client, leaving: () => void): void {
  const readers = client.listeners("ws_message");
  client.removeAllListeners("ws_message");
  client.on("ws_message", (data: unknown, isBinary: unknown) => {
    if (isLeaving(data)) leaving();
    else for (const read of readers) read(data, isBinary);
  });
}

function isLeaving(data: unknown): boolean {
  if (typeof data !== "string" || !data.includes('"disconnect"')) return false;
  try {
    return (JSON.parse(data) as { type?: unknown } | null)?.type === "disconnect";
  } catch {
    return false;
  }
}

async function hello(client: Client): Promise<void> {
  let abandoned = false;
  const started = client.start().then(() => {
    // A client cannot be stopped while it fetches its address: it would open afterwards, owned by nobody.
    if (abandoned) void close(client);
  });
  const late = AbortSignal.timeout(HELLO_WITHIN);
  const silence = new Promise<never>((_, reject) => {
    late.addEventListener("abort", () => reject(new Error("Slack said no hello in time.")), { once: true });
  });
  try {
    await Promise.race([started, silence]);
  } catch (error) {
    abandoned = true;
    started.catch(() => undefined);
    void close(client);
    throw error ?? new Error("Slack closed the connection before its hello.");
  }
}

async function close(client: Client): Promise<void> {
  const closed = client.disconnect().catch(() => undefined);
  await Promise.race([closed, pause(500)]);
  // A second call cuts the socket instead of waiting up to 30 s for the other side's close frame.
  await Promise.race([Promise.all([closed, client.disconnect()]), pause(1000)]);
}
