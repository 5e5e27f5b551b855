import type { RespondArguments } from "@slack/bolt";
import type { View } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import { type Ack, answered, owe, stillOwed } from "./answers.ts";
import type { Boundary, Person } from "./boundary.ts";
import { diagnose } from "./trouble.ts";

/** What every handler is given: who asks, and the ways to answer them at once. */
export interface Asked extends Person {
  client: WebClient;
  /** Slack's payload as it came, for what is not given by name. It comes from a client: check it. */
  body: Readonly<Record<string, unknown>>;
  triggerId: string | undefined;
  /** Aborts after 2.5 s, when nobody can be answered in time any more. */
  signal: AbortSignal;
  /** Opens a modal, or pushes one on the modal the person is in. Single use, within 3 s. */
  open(view: View): Promise<{ viewId: string }>;
  push(view: View): Promise<{ viewId: string }>;
  /** Answers where the command or button was, only to the person unless told otherwise. */
  respond(message: string | RespondArguments): Promise<void>;
}

/** What Bolt gives a listener, as far as we use it. */
interface BoltArgs {
  body: object;
  context: { teamId?: string; enterpriseId?: string; userId?: string };
  client: WebClient;
  respond?: (message: string | RespondArguments) => Promise<unknown>;
  ack?: (answer?: never) => Promise<void>;
}

export const PATIENCE = 2500;

/**
 * Runs one handler inside the error boundary. `run` gets the ack, which it must give; whatever it throws is told to the
 * person, by that ack if it is still owed. With `notice`, a person who has seen nothing after 2.5 s hears that it is slow.
 */
export async function guard(
  boundary: Boundary,
  given: object,
  run: (asked: Asked, ack: Ack) => Promise<void>,
  { notice = false } = {},
): Promise<void> {
  // Bolt types each kind of listener apart; what we read of them is common to all.
  const args = given as BoltArgs;
  const person = personIn(args.context);
  const ack = ackOf(args);
  if (!person)
    return await boundary.failed(new Error("A payload without workspace or user."), args.body, undefined);

  const patience = new AbortController();
  const state = { shown: false, noticed: false };
  const timer = setTimeout(() => {
    patience.abort(new Error("Slack stopped waiting."));
    if (!notice || state.shown) return;
    state.noticed = true;
    void boundary.say((text) => text.slow, args.body, person);
  }, PATIENCE);
  try {
    await run(askedBy(args, person, patience.signal, state), ack);
  } catch (error) {
    // "Please try again" was said: that Slack closed the door meanwhile adds nothing.
    if (state.noticed && diagnose(error).kind === "tooLate") boundary.note(error);
    else await boundary.failed(error, args.body, person);
  } finally {
    clearTimeout(timer);
  }
}

function ackOf({ body, ack }: BoltArgs): Ack {
  if (!ack) return async () => undefined;
  const give = ack as Ack;
  // Another receiver than our own keeps no debts: note this one, so that a failing handler is answered there too.
  if (!stillOwed(body)) owe(body, give);
  return async (answer) => {
    answered(body);
    await give(answer);
  };
}

function askedBy(args: BoltArgs, person: Person, signal: AbortSignal, state: { shown: boolean }): Asked {
  const { client, respond } = args;
  const body = args.body as Record<string, unknown>;
  const triggerId = typeof body["trigger_id"] === "string" ? body["trigger_id"] : undefined;
  const show = (how: "open" | "push") => async (view: View) => {
    if (triggerId === undefined) throw new Error(`views.${how} needs a trigger, and this payload has none.`);
    const shown = await client.views[how]({ trigger_id: triggerId, view });
    state.shown = true;
    return { viewId: shown.view?.id ?? "" };
  };
  return {
    ...person,
    client,
    body,
    triggerId,
    signal,
    open: show("open"),
    push: show("push"),
    respond: async (message) => {
      if (!respond) throw new Error("This payload has no response_url.");
      const whole = typeof message === "string" ? { text: message } : message;
      // A bare response to a button would replace the message that carries it.
      await respond({ response_type: "ephemeral", replace_original: false, ...whole });
      state.shown = true;
    },
  };
}

function personIn({ teamId, userId, enterpriseId }: BoltArgs["context"]): Person | undefined {
  if (teamId === undefined || userId === undefined) return undefined;
  return { teamId, userId, enterpriseId: enterpriseId ?? null };
}
