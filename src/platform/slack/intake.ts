import type { App, ReceiverEvent } from "@slack/bolt";
import type { Log } from "../log.ts";
import { type Ack, answered, answerInstead, owe } from "./answers.ts";
import { pause } from "./backoff.ts";
import type { Connection, Envelope } from "./connection.ts";
import { trouble } from "./trouble.text.ts";

export interface Intake {
  serve(app: App): void;
  take(envelope: Envelope, connection: Connection): void;
  /** Resolves when nothing taken from this connection waits for its ack, or after `ms`. */
  answered(connection: Connection, ms: number): Promise<void>;
  /** Resolves when no handler runs any more, or after `ms`. */
  done(ms: number): Promise<void>;
}

/** Takes payloads, counts what is in hand, and sees to it that each one is answered, whatever its handler does. */
export function intake({ log }: { log: Log }, stopping: AbortSignal): Intake {
  const working = new Set<Promise<void>>();
  const owed = new Set<{ connection: Connection }>();
  let app: App | undefined;

  async function handle(envelope: Envelope, connection: Connection): Promise<void> {
    const debt = { connection };
    const ack = onceOnly(envelope, log, () => {
      owed.delete(debt);
      answered(envelope.body);
    });
    owed.add(debt);
    owe(envelope.body, ack);
    try {
      // An event that is not acked comes again, to the process that follows; everything else must be told now.
      if (stopping.aborted) {
        if (envelope.body["event"] === undefined)
          await ack(answerInstead(envelope.body, trouble.en.restarting));
      } else {
        await app?.processEvent(asEvent(envelope, ack));
        await ack(answerInstead(envelope.body, trouble.en.unanswered));
      }
    } catch (error) {
      log.error({ err: error }, "A payload got past the error boundary.");
      await ack(answerInstead(envelope.body, trouble.en.unanswered));
    }
  }

  async function until(settled: () => boolean, ms: number): Promise<void> {
    const end = Date.now() + ms;
    while (!settled() && Date.now() < end) await pause(20);
  }

  return {
    serve: (bolt) => {
      app = bolt;
    },
    take: (envelope, connection) => {
      const work = handle(envelope, connection).finally(() => working.delete(work));
      working.add(work);
    },
    answered: (connection, ms) => until(() => ![...owed].some((debt) => debt.connection === connection), ms),
    done: (ms) => until(() => working.size === 0, ms),
  };
}

/**
 * The first answer counts, later ones are ignored. An answer that finds its socket gone is logged and not thrown: the
 * handler's work is done or under way, and stopping it half-way would help nobody.
 */
function onceOnly(envelope: Envelope, log: Log, answered: () => void): Ack {
  let acked = false;
  return async (answer) => {
    if (acked) return;
    acked = true;
    try {
      await envelope.ack(answer);
    } catch (error) {
      log.warn({ err: error, kind: envelope.body["type"] }, "An answer was ready, but its socket was gone.");
    } finally {
      answered();
    }
  };
}

function asEvent({ body, retry_num, retry_reason }: Envelope, ack: Ack): ReceiverEvent {
  return {
    body,
    ack,
    ...(retry_num === undefined ? {} : { retryNum: retry_num }),
    ...(retry_reason === undefined ? {} : { retryReason: retry_reason }),
  };
}
