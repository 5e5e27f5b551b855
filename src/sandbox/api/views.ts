import { checkView } from "../blockkit/index.ts";
import type { Json } from "../control.ts";
import { asText, isObject } from "../json.ts";
import type { Slack } from "../slack.ts";
import { viewJson } from "../world/shapes.ts";
import {
  deepestStack,
  findExternalView,
  findView,
  openView,
  publishHome,
  pushView,
  stackOf,
  updateView,
} from "../world/views.ts";
import type { View } from "../world/world.ts";
import type { Args } from "./args.ts";
import { forBot } from "./method.ts";
import { Refusal, refusedShape } from "./refusal.ts";

const largestView = 250_000;

export const views = {
  "views.open": forBot([], (slack, args) => {
    const view = newModal(slack, args);
    return shown(slack, openView(slack.world, exchange(slack, args), view));
  }),
  "views.push": forBot([], (slack, args) => {
    const view = newModal(slack, args);
    const user = exchange(slack, args);
    const depth = stackOf(slack.world, user).length;
    // A push needs something to lie on: the person has closed the form in the meantime.
    if (depth === 0) throw new Refusal("not_found");
    if (depth >= deepestStack) throw new Refusal("push_limit_reached");
    return shown(slack, pushView(slack.world, user, view));
  }),
  "views.update": forBot([], (slack, args) => {
    const view = viewOf(args, "modal");
    const id = args.maybe("view_id");
    const there =
      id === undefined ? findExternalView(slack.world, args.text("external_id")) : findView(slack.world, id);
    if (!there) throw new Refusal("not_found");
    mustMatch(args, there);
    updateView(slack.world, there, view);
    return shown(slack, there);
  }),
  "views.publish": forBot([], (slack, args) => {
    if (!slack.world.app.manifest.features.app_home.home_tab_enabled) throw new Refusal("not_enabled");
    const user = args.text("user_id");
    const person = slack.world.people.get(user);
    if (!person || person.isBot) throw refusedShape("invalid_arguments", ["invalid `user_id`"]);
    const view = viewOf(args, "home");
    const before = slack.world.homes.get(user);
    if (before) mustMatch(args, before);
    return shown(slack, publishHome(slack.world, user, view));
  }),
};

/** A view as Slack would take it from an API call or an ack, or the refusal. */
export function acceptableView(view: unknown, type: "modal" | "home"): Json {
  if (!isObject(view))
    throw refusedShape("invalid_arguments", ["must provide an object [json-pointer:/view]"]);
  if (JSON.stringify(view).length > largestView) throw new Refusal("view_too_large");
  const breaches = view["type"] === type ? checkView(view) : [`must be ${type} [json-pointer:/view/type]`];
  if (breaches.length > 0) throw refusedShape("invalid_arguments", breaches);
  return view;
}

const viewOf = (args: Args, type: "modal" | "home") => acceptableView(args.json("view"), type);

function newModal(slack: Slack, args: Args): Json {
  const view = viewOf(args, "modal");
  const externalId = asText(view["external_id"]);
  if (externalId && findExternalView(slack.world, externalId)) throw new Refusal("duplicate_external_id");
  return view;
}

function exchange(slack: Slack, args: Args): string {
  const exchanged = slack.triggers.exchange(args.text("trigger_id"));
  if ("error" in exchanged) throw new Refusal(exchanged.error);
  return exchanged.user;
}

function mustMatch(args: Args, view: View): void {
  const hash = args.maybe("hash");
  if (hash !== undefined && hash !== view.hash) throw new Refusal("hash_conflict");
}

const shown = (slack: Slack, view: View) => ({ view: viewJson(slack.world, view) });
