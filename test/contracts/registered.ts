import { compose } from "../../src/app.ts";
import { realClock } from "../../src/platform/clock.ts";
import type { Queries } from "../../src/platform/db/scope.ts";
import { createLog } from "../../src/platform/log.ts";
import type { Slack } from "../../src/platform/slack/connect.ts";

type Registering = "command" | "shortcut" | "event" | "action" | "view" | "options";

/** What the composed app listens to, as it was handed to Bolt. */
export type Registered = Record<Registering, unknown[]>;

/** Puts the app together on a Bolt that only takes notes: no connection, no database. */
export function whatIsRegistered(): Registered {
  const noted: Registered = { command: [], shortcut: [], event: [], action: [], view: [], options: [] };
  const app = new Proxy(
    {},
    {
      get: (_, method: string) => (first: unknown) => {
        if (method in noted) noted[method as Registering].push(first);
        else if (method !== "error" && method !== "use") throw new Error(`app.${method} is not counted here`);
      },
    },
  );
  const nobody = {} as unknown;
  compose({
    slack: { app, interactive: nobody, bulk: nobody, identity: { teamId: "T1" } } as unknown as Slack,
    db: nobody as Queries,
    clock: realClock,
    log: createLog("silent"),
    config: { admin: undefined },
  });
  return noted;
}

/** The ids that a constraint of Bolt's names: a string, a pattern, or an object with one of them. */
export function answersTo(constraint: unknown, id: string): boolean {
  if (typeof constraint === "string") return constraint === id;
  if (constraint instanceof RegExp) return constraint.test(id);
  const { action_id: action, callback_id: callback, type } = constraint as Record<string, unknown>;
  return type !== "view_closed" && answersTo(action ?? callback ?? "", id);
}
