import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import type { EventAct, Outcome } from "../control.ts";
import { answerJson, readBody } from "../http.ts";
import { Impossible } from "../impossible.ts";
import { parseJson } from "../json.ts";
import type { Slack } from "../slack.ts";
import { resetWorld } from "../world/open.ts";
import { bodies } from "./bodies.ts";
import { turnClock } from "./clock.ts";
import { typeCommand, writeMessage } from "./command.ts";
import { injectFault } from "./faults.ts";
import { close, submit } from "./form.ts";
import { look, openHome } from "./look.ts";
import { changePerson } from "./person.ts";
import { fill, press, suggest } from "./press.ts";
import { takeShortcut } from "./shortcut.ts";
import { onlooker, stateFor } from "./state.ts";

type Route = (slack: Slack, said: unknown) => unknown;

/** An act as its body must look. What a caller got wrong is told to them, not guessed. */
function act<T>(shape: z.ZodType<T>, run: (slack: Slack, said: T) => unknown): Route {
  return (slack, said) => {
    const read = shape.safeParse(said);
    if (!read.success) throw new Impossible(z.prettifyError(read.error));
    return run(slack, read.data);
  };
}

const posts: Record<string, Route> = {
  command: act(bodies.command, typeCommand),
  message: act(bodies.message, writeMessage),
  press: act(bodies.press, press),
  input: act(bodies.input, fill),
  suggest: act(bodies.suggest, suggest),
  submit: act(bodies.submit, submit),
  close: act(bodies.close, close),
  shortcut: act(bodies.shortcut, takeShortcut),
  home: act(bodies.home, openHome),
  read: act(bodies.read, look),
  clock: act(bodies.clock, turnClock),
  faults: act(bodies.faults, injectFault),
  person: act(bodies.person, changePerson),
  event: act(bodies.event, sendEvent),
  reset: startOver,
};

const gets: Record<string, (slack: Slack, query: URLSearchParams) => unknown> = {
  state: (slack, query) => stateFor(slack, onlooker(slack, query)),
  calls: (slack, query) => slack.calls.after(Number(query.get("after") ?? 0)),
};

function sendEvent(slack: Slack, { event }: EventAct): Outcome {
  slack.events.send(event);
  return { ok: true };
}

function startOver({ world }: Slack): Outcome {
  resetWorld(world);
  return { ok: true };
}

/** One call of the control interface. */
export async function answerControl(
  slack: Slack,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const name = url.pathname.slice("/sandbox/".length);
  try {
    if (request.method === "GET" && name === "changes") streamChanges(slack, response, url.searchParams);
    else if (request.method === "POST") {
      const said = parseJson((await readBody(request)) || "{}");
      answerJson(response, 200, await found(posts, name)(slack, said));
    } else answerJson(response, 200, await found(gets, name)(slack, url.searchParams));
  } catch (error) {
    if (!(error instanceof Impossible)) throw error;
    answerJson(response, 400, { ok: false, error: error.message });
  }
}

function found<Kind>(routes: Record<string, Kind>, name: string): Kind {
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
  if (route === undefined) throw new Impossible(`There is no ${name} here`);
  return route;
}

/** Several changes in one breath are told once. */
function streamChanges(slack: Slack, response: ServerResponse, query: URLSearchParams): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  let due = false;
  const tell = () => {
    due = false;
    if (response.writable) response.write(`data: {"seq":${slack.world.changes.seq}}\n\n`);
  };
  const stop = slack.world.changes.onChange(onlooker(slack, query), () => {
    if (!due) setImmediate(tell);
    due = true;
  });
  response.on("close", stop);
  tell();
}
