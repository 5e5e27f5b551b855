import type { Logger, Receiver } from "@slack/bolt";
import type { Log } from "../log.ts";
import { backOff, pause } from "./backoff.ts";
import { type Connection, openConnection } from "./connection.ts";
import { refusal, waitFor } from "./identity.ts";
import { intake } from "./intake.ts";

export interface SocketReceiver extends Receiver {
  connected(): boolean;
}

export interface ReceiverOptions {
  appToken: string;
  apiUrl: string | undefined;
  log: Log;
  logger: Logger;
}

/** How long the old socket stays after the next one is up: Slack may still hand it a payload in these moments. */
const LINGER = 1000;
const OWED_WITHIN = 10_000;
const DRAIN_WITHIN = 8000;
/** A connection shorter than this counts as a failed attempt, or a Slack that hangs up on hello would be hammered. */
const SETTLED = 1000;

/**
 * Our own Socket Mode receiver: the next connection is up before the last one goes, so a refresh leaves no hole in
 * which a person's command fails. docs/decisions/0006 says when it can be dropped.
 */
export function socketReceiver(options: ReceiverOptions): SocketReceiver {
  const { log } = options;
  const stopping = new AbortController();
  const inHand = intake(options, stopping.signal);
  const open = new Set<Connection>();
  let current: Connection | undefined;
  let attempts = 0;
  let keeping: Promise<void> | undefined;

  const needsOne = () => !stopping.signal.aborted && (!current?.isOpen() || current.leaving);

  function keepOne(): Promise<void> {
    keeping ??= openUntilConnected().finally(() => {
      keeping = undefined;
    });
    return keeping;
  }

  async function openUntilConnected(): Promise<void> {
    while (needsOne()) {
      await pause(backOff(attempts), stopping.signal);
      if (!needsOne()) return;
      attempts++;
      try {
        adopt(
          await openConnection({ ...options, onEnvelope: inHand.take, onLeaving: renew, onClosed: renew }),
        );
      } catch (error) {
        const no = refusal(error, "SLACK_APP_TOKEN");
        // Before the first connection a person is at the console; later the process lives on and says so.
        if (no && current === undefined) throw no;
        log.warn({ err: error, attempts }, no?.message ?? "Slack's socket can't be opened. Trying again.");
        await pause(waitFor(error, 0), stopping.signal);
      }
    }
  }

  function adopt(fresh: Connection): void {
    const old = current;
    current = fresh;
    open.add(fresh);
    if (stopping.signal.aborted) void fresh.close();
    if (old?.isOpen()) void retire(old);
  }

  function renew(connection: Connection): void {
    if (!connection.isOpen()) open.delete(connection);
    if (connection !== current) return;
    if (Date.now() - connection.openedAt > SETTLED) attempts = 0;
    void keepOne();
  }

  async function retire(old: Connection): Promise<void> {
    await pause(LINGER);
    await inHand.answered(old, OWED_WITHIN);
    await old.close();
    open.delete(old);
  }

  return {
    init: (app) => inHand.serve(app),
    start: keepOne,
    stop: async () => {
      stopping.abort();
      await inHand.done(DRAIN_WITHIN);
      await Promise.all([...open].map((connection) => connection.close()));
    },
    connected: () => current?.isOpen() ?? false,
  };
}
