import type { View } from "@slack/types";
import { Temporal } from "temporal-polyfill";
import { onTestFailed, vi } from "vitest";
import { compose } from "../../src/app.ts";
import { type SettableClock, settableClock } from "../../src/platform/clock.ts";
import { openPool } from "../../src/platform/db/open.ts";
import { type Scope, scopeOf } from "../../src/platform/db/scope.ts";
import { createLog } from "../../src/platform/log.ts";
import { connectSlack } from "../../src/platform/slack/connect.ts";
import type {
  Call,
  Conversation,
  Fault,
  InputAct,
  Json,
  Message,
  OpenView,
  Outcome,
  State,
  Suggestions,
} from "../../src/sandbox/control.ts";
import { readManifestFile, readWorkspaceFile, type Sandbox, startSandbox } from "../../src/sandbox/index.ts";
import { openWorkspace } from "../../src/team/index.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { type Line, openLine } from "./line.ts";

export interface Rapport {
  sandbox: Sandbox;
  /** The test's own way into the database. */
  database: FreshDatabase;
  /** Rapport's way into it: it can be cut and mended. */
  line: Line;
  scope: Scope;
  clock: SettableClock;
  /** What the process has logged so far. */
  logged(): string;
  /** A person of `demo/workspace.json` at their screen. */
  as(user: string): Actor;
  /** Shows another form where one is open, as somebody does who still has an old one, or forges one. */
  redraw(viewId: string, form: Json): Promise<void>;
  /** Makes Slack misbehave; `startOver` ends it. */
  fault(fault: Fault): Promise<void>;
  /** Every exchange with Slack since the last `startOver`. */
  calls(): Promise<Call[]>;
  /** Forgets every message, form and visit; customers and members stay. */
  startOver(): Promise<void>;
  stop(): Promise<void>;
}

/** Monday 9 March 2026, half past six in the evening in Berlin. */
const MONDAY_EVENING = "2026-03-09T18:30:00+01:00";

interface Given {
  now?: string;
  admin?: string;
}

/** Rapport on a local Slack with a database of its own, all in this process. */
export async function startRapport({ now = MONDAY_EVENING, admin }: Given = {}): Promise<Rapport> {
  const clock = settableClock();
  clock.set(Temporal.Instant.from(now));
  const [workspace, manifest] = await Promise.all([
    readWorkspaceFile("demo/workspace.json"),
    readManifestFile("manifest.yml"),
  ]);
  const sandbox = await startSandbox({ workspace, manifest, clock, port: 0 });
  const database = await freshDatabase();
  const line = await openLine(database.url);
  const pool = openPool(line.url, "rapport");
  let lines = "";
  const log = createLog("info", {
    write(line) {
      lines += line;
    },
  });
  const { botToken, appToken, apiUrl } = sandbox;
  const slack = await connectSlack({ botToken, appToken, apiUrl, log });
  const scope = scopeOf(pool.db, sandbox.team.id);
  await openWorkspace(scope, sandbox.team.name);
  const { sender } = compose({ slack, db: pool.db, clock, log, config: { admin } });
  await slack.start();
  sender.start();
  let since = 0;
  const post = (what: string, body: object) =>
    fetch(`${sandbox.url}/sandbox/${what}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  return {
    ...{ sandbox, database, scope, clock, line },
    logged: () => lines,
    as: (user) => new Actor(sandbox.url, user),
    async redraw(viewId, form) {
      const { type, callback_id, title, submit, close, blocks, private_metadata } = form;
      await slack.interactive.views.update({
        view_id: viewId,
        view: { type, callback_id, title, submit, close, blocks, private_metadata } as unknown as View,
      });
    },
    async fault(fault) {
      await post("faults", fault);
    },
    calls: async () => (await fetch(`${sandbox.url}/sandbox/calls?after=${since}`)).json() as Promise<Call[]>,
    async startOver() {
      // A second press may still be at work, and would write into the next story.
      await vi.waitFor(async () => {
        const busy = await database.sql`
          select 1 from pg_stat_activity
           where datname = current_database() and application_name = 'rapport' and state <> 'idle'`;
        if (busy.length > 0) throw new Error("Rapport is still at work");
      });
      await database.sql`truncate visits, outbox, drafts cascade`;
      await post("faults", { kind: "clear" });
      await post("reset", {});
      since = ((await (await fetch(`${sandbox.url}/sandbox/calls`)).json()) as Call[]).at(-1)?.seq ?? 0;
      clock.set(Temporal.Instant.from(now));
    },
    async stop() {
      await sender.stop();
      await slack.stop();
      await sandbox.stop();
      await pool.sql.end({ timeout: 1 });
      await line.close();
      await database.drop();
    },
  };
}

/** Shows what was logged when a test fails. */
export const showLogOnFailure = (rapport: Rapport): void => onTestFailed(() => console.log(rapport.logged()));

type Answers = Record<string, InputAct["value"]>;

/** Somebody at their screen: types, picks, presses and reads through the control interface, as the page does. */
export class Actor {
  readonly url: string;
  readonly user: string;

  constructor(url: string, user: string) {
    this.url = url;
    this.user = user;
  }

  async state(): Promise<State> {
    return (await fetch(`${this.url}/sandbox/state?user=${this.user}`)).json() as Promise<State>;
  }

  /** Types a command in #sales-europe and waits for the app's ack. */
  command(text: string): Promise<Outcome> {
    return this.act("command", { channel: "C0SALESEU", text });
  }

  /** Writes a direct message to the app. */
  async says(text: string): Promise<Outcome> {
    return this.act("message", { channel: (await this.app()).id, text });
  }

  /** The form on top, once it shows what is asked for. */
  async form(shows = ""): Promise<OpenView> {
    return until(async () => {
      const top = (await this.state()).views.at(-1);
      return top && JSON.stringify(top.view).includes(shows) ? top : undefined;
    }, `a form with “${shows}”`);
  }

  async noForm(): Promise<void> {
    await until(async () => ((await this.state()).views.length === 0 ? true : undefined), "no open form");
  }

  async submit(values: Answers = {}, { times = 1 } = {}): Promise<Outcome> {
    const { id } = await this.form();
    return this.act("submit", { view: id, values, times });
  }

  /** Types into a picker of the form on top. @returns what is offered. */
  async search(blockId: string, actionId: string, query: string): Promise<Json[]> {
    const { id } = await this.form();
    const found = await this.act<Suggestions>("suggest", { in: { view: id }, blockId, actionId, query });
    return found.options;
  }

  /** Picks an option of the form on top. */
  async pick(blockId: string, value: InputAct["value"]): Promise<Outcome> {
    const { id } = await this.form();
    return this.act("input", { view: id, blockId, value });
  }

  async pressInForm(actionId: string): Promise<Outcome> {
    const { id } = await this.form();
    return this.act("press", { in: { view: id }, actionId });
  }

  async press(message: Message, actionId: string): Promise<Outcome> {
    const { id } = await this.app();
    return this.act("press", { in: { message: { channel: id, ts: message.ts } }, actionId });
  }

  /** The conversation with the app. */
  async app(): Promise<Conversation> {
    const found = (await this.state()).conversations.find(({ kind }) => kind === "app");
    if (!found) throw new Error(`${this.user} has no conversation with the app`);
    return found;
  }

  /** The newest message from the app that shows these words, once it is there. */
  async reads(words: string): Promise<Message> {
    return until(async () => {
      const all = (await this.state()).conversations.flatMap(({ messages }) => messages);
      return all.reverse().find((message) => message.fromApp && wordsOf(message).includes(words));
    }, `a message with “${words}”`);
  }

  /** The newest message only this person sees that shows these words. */
  async hears(words: string): Promise<Message> {
    return until(async () => {
      const all = (await this.state()).conversations.flatMap(({ messages }) => messages);
      return all.reverse().find((message) => message.ephemeral && wordsOf(message).includes(words));
    }, `an ephemeral with “${words}”`);
  }

  async closeAll(): Promise<void> {
    for (const { id } of (await this.state()).views.reverse()) await this.act("close", { view: id });
  }

  private async act<T = Outcome>(what: string, body: object): Promise<T> {
    const answer = await fetch(`${this.url}/sandbox/${what}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ user: this.user, ...body }),
    });
    return answer.json() as Promise<T>;
  }
}

/** An option as an external select holds it. */
export const picked = (value: number | string, text: string): Json => ({
  text: { type: "plain_text", text },
  value: String(value),
});

/** Everything a message says, blocks included. */
export const wordsOf = (message: Message): string => `${message.text} ${JSON.stringify(message.blocks)}`;

/** Asks until there is an answer; real time, because another task has to do its part. */
const until = <T>(ask: () => Promise<T | undefined>, what: string): Promise<T> =>
  vi.waitFor(
    async () => {
      const answer = await ask();
      if (answer === undefined) throw new Error(`there is not yet ${what}`);
      return answer;
    },
    { timeout: 5000, interval: 15 },
  );
