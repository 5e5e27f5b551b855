import type { App } from "@slack/bolt";
import type { HomeView } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { Log } from "../log.ts";
import { pause } from "./backoff.ts";
import { type Answerable, type Person, type Telling, tell } from "./tell.ts";
import { type Locale, type TroubleText, trouble } from "./trouble.text.ts";
import { diagnose, sentenceFor, type Trouble } from "./trouble.ts";

export type { Person } from "./tell.ts";
export { Refusal, StaleForm } from "./trouble.ts";

export interface BoundaryOptions {
  app: App;
  client: WebClient;
  log: Log;
  /** Answer from memory where you can: after 300 ms, or without a database, the sentence goes out in English. */
  localeOf(person: Person): Locale | Promise<Locale>;
  /** Puts a sentence into the outbox, for a person no open form, button or command is waiting for. */
  later?(person: Person, sentence: string): Promise<void>;
}

/** The one place where an error becomes a sentence. Everything below it throws. */
export interface Boundary {
  /** Logs what is unknown, tells the person what they can do. Never throws. */
  failed(error: unknown, body: object, person: Person | undefined): Promise<void>;
  /** Says one of the boundary's own sentences. Never throws. */
  say(pick: (text: TroubleText) => string, body: object, person: Person): Promise<void>;
  /** Only logs, where the person was told already. */
  note(error: unknown): void;
  /** A boundary sentence in the person's language. */
  sentence(pick: (text: TroubleText) => string, person: Person): Promise<string>;
  /** A Home that says what is wrong, because an unpublished Home spins for ever. */
  brokenHome(error: unknown, person: Person): Promise<HomeView>;
}

export function createBoundary(options: BoundaryOptions): Boundary {
  const { app, client, log, later } = options;

  async function speak(sentence: string, body: object, to: Omit<Telling, "client">, found?: Trouble) {
    // An event nobody is waiting on (a changed profile) carries a user too: that person did nothing and hears nothing.
    if (!concernsAPerson(body)) return;
    const field = found?.kind === "refusal" ? found.field : undefined;
    const told = await tell(body as Answerable, sentence, { client, ...to }, field);
    if (!told) log.warn({ kind: found?.kind ?? "notice" }, "Nobody could be told.");
  }

  const boundary: Boundary = {
    async failed(error, body, person) {
      try {
        const found = noted(error, log);
        const locale = await localeOf(options, person);
        const outbox = found.kind === "databaseAway" ? undefined : later;
        await speak(sentenceFor(found, locale), body, { person, locale, later: outbox }, found);
      } catch (second) {
        log.error({ err: second }, "The error boundary itself failed.");
      }
    },
    async say(pick, body, person) {
      const locale = await localeOf(options, person);
      // Never through the outbox: "this is slow" is stale by the time it arrives.
      const saying = speak(pick(trouble[locale]), body, { person, locale, later: undefined });
      await saying.catch((err) => log.warn({ err }, "A notice failed."));
    },
    note: (error) => void noted(error, log),
    sentence: async (pick, person) => pick(trouble[await localeOf(options, person)]),
    async brokenHome(error, person) {
      const found = noted(error, log);
      const text = sentenceFor(found, await localeOf(options, person));
      return { type: "home", blocks: [{ type: "section", text: { type: "plain_text", text, emoji: true } }] };
    },
  };

  // Errors of listeners registered without `handle`, and of Bolt itself. The cast undoes Bolt's unextended signature.
  app.error(async (thrown: unknown) => {
    const { error, body, context } = thrown as { error: unknown; body?: object; context?: Context };
    await boundary.failed(error, body ?? {}, personOf(context));
  });
  return boundary;
}

interface Context {
  teamId?: string;
  enterpriseId?: string;
  userId?: string;
}

function personOf(context: Context = {}): Person | undefined {
  const { teamId, userId, enterpriseId = null } = context;
  return teamId === undefined || userId === undefined ? undefined : { teamId, userId, enterpriseId };
}

/** A refusal is an ordinary answer and leaves no line; what is unknown is logged with the ref the person reads. */
function noted(error: unknown, log: Log): Trouble {
  const found = diagnose(error);
  if (found.kind === "unknown") log.error({ err: error, ref: found.ref }, "Something broke.");
  else if (found.kind !== "refusal") log.warn({ err: error, kind: found.kind }, "A request failed.");
  return found;
}

async function localeOf(options: BoundaryOptions, person: Person | undefined): Promise<Locale> {
  if (!person) return "en";
  const asked = (async () => options.localeOf(person))().catch((): Locale => "en");
  return await Promise.race([asked, pause(300).then((): Locale => "en")]);
}

function concernsAPerson(body: object): boolean {
  const { event } = body as Answerable;
  return event === undefined || event.type === "message";
}
