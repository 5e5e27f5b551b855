import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { WebClient } from "@slack/web-api";
import type { Scope } from "../db/scope.ts";
import type { Log } from "../log.ts";
import { type Ending, endingOf } from "./ending.ts";
import { type Claimed, claim, findConversation, recoverAbandoned, settle } from "./lease.store.ts";
import { createRounds } from "./rounds.ts";

export interface Sender {
  start(): void;
  /** Something waits: look now rather than at the next round. */
  wake(): void;
  /** Takes nothing more and waits for what is in hand, 8 s at most: the rest is recovered when its lease is over. */
  stop(): Promise<void>;
}

/** Opening a conversation and posting, each as long as the client waits at most. */
const CALLS_MS = 16_000;
/** Longer than the calls, so that a lease never ends under one that may still arrive. */
const LEASE_SECONDS = 30;
const AT_ONCE = 10;
/** Between looks when nobody wakes it; real time, like every lease and retry. */
const ROUND_MS = 1000;
const RECOVERY_MS = 10_000;
const STAMP_AGAIN_MS = 1000;
const STOP_MS = 8000;

/** A claimed row, and when its lease is over by this process's own clock. */
type InHand = Claimed & { until: number };

/** The only one who posts. `client` must not retry by itself: a retried post is a second post. */
export function createSender({ scope, client, log }: { scope: Scope; client: WebClient; log: Log }): Sender {
  const sending = createRounds({ atOnce: AT_ONCE, everyMs: ROUND_MS, take, work: deliver });
  const recovery = createRounds({ atOnce: 1, everyMs: RECOVERY_MS, take: recover, work: async () => {} });
  const over = new AbortController();
  let stopping = false;
  let troubled = false;

  async function take(room: number): Promise<InHand[]> {
    const until = performance.now() + LEASE_SECONDS * 1000;
    const rows = await readable(() => claim(scope, randomUUID(), LEASE_SECONDS, room));
    return (rows ?? []).map((row) => ({ ...row, until }));
  }

  async function recover(): Promise<never[]> {
    await readable(() => recoverAbandoned(scope));
    return [];
  }

  /** Nothing while the database is away: the rounds go on, and the log says it once an outage. */
  async function readable<T>(ask: () => Promise<T>): Promise<T | undefined> {
    try {
      const answer = await ask();
      troubled = false;
      return answer;
    } catch (error) {
      if (!troubled) log.warn({ err: error }, "The outbox can't be read; trying again until it can.");
      troubled = true;
      return undefined;
    }
  }

  async function deliver(row: InHand): Promise<void> {
    // Had by a look that was under way when the end came, or by a process that slept: nothing has been said yet.
    if (stopping || performance.now() + CALLS_MS > row.until)
      return stamp(row, { is: "later", seconds: 0, reason: "too_late", counts: false });
    const ending = await send(row).catch((error: unknown) =>
      endingOf(error, { attempts: row.attempts, repeatable: row.ts !== null }),
    );
    if (ending.is !== "sent")
      log.warn({ outbox: row.id, ending: ending.is, reason: ending.reason }, "A message did not go out.");
    await stamp(row, ending);
  }

  /**
   * Only this process knows what became of the row. Should the database be away at this moment, it asks until the lease
   * is over: a sent message would otherwise be put aside as uncertain.
   */
  async function stamp(row: InHand, ending: Ending): Promise<void> {
    for (let tries = 0; ; tries++) {
      try {
        await settle(scope, row, ending);
        return;
      } catch (error) {
        if (tries === 0)
          log.warn(
            { err: error, outbox: row.id, ending: ending.is },
            "A row can't be stamped; trying again.",
          );
        if (over.signal.aborted || performance.now() > row.until) return;
        await pause(STAMP_AGAIN_MS, undefined, { ref: false, signal: over.signal }).catch(() => {});
      }
    }
  }

  async function send(row: Claimed): Promise<Ending> {
    const { text, blocks } = row.message;
    if (row.channel && row.ts) {
      await client.chat.update({ channel: row.channel, ts: row.ts, text, blocks });
      return { is: "sent", channel: row.channel, ts: row.ts };
    }
    const channel = await conversationWith(row);
    if (typeof channel !== "string") return channel;
    const metadata = { event_type: "rapport", event_payload: { id: row.opaqueId } };
    const sent = await client.chat.postMessage({ channel, text, blocks, metadata, unfurl_links: false });
    return { is: "sent", channel, ts: sent.ts ?? "" };
  }

  /** A direct conversation is opened once and its id kept: updates and the settling of lost answers need it. */
  async function conversationWith({ recipient, attempts }: Claimed): Promise<string | Ending> {
    if (!/^[UW]/.test(recipient)) return recipient;
    // Not being able to look is no reason not to send: opening a conversation again only costs a call.
    const known = await findConversation(scope, recipient).catch(() => undefined);
    if (known) return known;
    try {
      const { channel } = await client.conversations.open({ users: recipient });
      return channel?.id ?? { is: "failed", reason: "no_conversation" };
    } catch (error) {
      // Opening sends nothing, so whatever went wrong may simply be tried again.
      return endingOf(error, { attempts, repeatable: true });
    }
  }

  return {
    start() {
      recovery.start();
      sending.start();
    },
    wake: sending.wake,
    async stop() {
      stopping = true;
      const settled = new AbortController();
      const enough = pause(STOP_MS, undefined, { signal: settled.signal });
      await Promise.race([Promise.all([sending.stop(), recovery.stop()]), enough]);
      settled.abort();
      over.abort();
    },
  };
}
