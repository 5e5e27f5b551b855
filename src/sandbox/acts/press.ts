import { checkSuggestions } from "../blockkit/index.ts";
import type { InputAct, Json, Outcome, PressAct, SuggestAct, Suggestions } from "../control.ts";
import {
  actionTs,
  interaction,
  messageContainer,
  messageItself,
  viewContainer,
} from "../deliver/payloads.ts";
import { asObjects } from "../json.ts";
import type { Slack } from "../slack.ts";
import type { Placed } from "../world/elements.ts";
import { viewJson } from "../world/shapes.ts";
import { keepsValue, valueFrom, valuesOf } from "../world/values.ts";
import type { Values, View } from "../world/world.ts";
import { done, elementAt, personActing, type Spot, spotOf, timedOut, viewSeen } from "./act.ts";

/** Pressing a button, or choosing in a select that stands in a message, on Home or in a form's actions. */
export async function press(slack: Slack, act: PressAct): Promise<Outcome> {
  personActing(slack, act.user);
  const spot = spotOf(slack, act.in, act.user);
  const placed = elementAt(spot, act.actionId, act.blockId);
  if (!keepsValue(placed.element)) return sendAction(slack, act.user, spot, placed, act.value ?? {});
  if (act.value !== undefined) keep(slack, act.user, spot, placed, valueFrom(placed.element, act.value));
  return tellsAtOnce(placed) ? sendAction(slack, act.user, spot, placed) : { ok: true };
}

/** Filling an input of a form. Only a dispatching one tells the app at once. */
export async function fill(slack: Slack, act: InputAct): Promise<Outcome> {
  personActing(slack, act.user);
  const view = viewSeen(slack, act.view, act.user);
  const placed = putInto(slack, view, act.blockId, act.value);
  return tellsAtOnce(placed) ? sendAction(slack, act.user, { kind: "view", view }, placed) : { ok: true };
}

/** Puts a value into the one input of a block. */
export function putInto(slack: Slack, view: View, blockId: string, value: InputAct["value"]): Placed {
  const [actionId = ""] = Object.keys(view.values[blockId] ?? {});
  const placed = elementAt({ kind: "view", view }, actionId, blockId);
  keep(slack, view.user, { kind: "view", view }, placed, valueFrom(placed.element, value));
  return placed;
}

/** Asking an external select for options. The app sees the form without what was just picked in it. */
export async function suggest(slack: Slack, act: SuggestAct): Promise<Suggestions> {
  personActing(slack, act.user);
  const spot = spotOf(slack, act.in, act.user);
  const { element, actionId, blockId } = elementAt(spot, act.actionId, act.blockId);
  const none = { options: [], groups: [] };
  const shortest = Number(element["min_query_length"] ?? 3);
  if (act.query.length < shortest) return { ok: true, ...none };
  const { answer, ms } = await slack.deliver.interaction({
    ...interaction(slack, "block_suggestion", act.user),
    ...placeOf(slack, spot, {}),
    action_id: actionId,
    block_id: blockId,
    value: act.query,
  });
  const outcome = {
    ok: false,
    error: "Could not load the options. Try again?",
    ackMs: Math.round(ms),
    ...none,
  };
  if (!answer || checkSuggestions(answer).length > 0) return outcome;
  return { ...done(ms), options: asObjects(answer["options"]), groups: asObjects(answer["option_groups"]) };
}

async function sendAction(
  slack: Slack,
  user: string,
  spot: Spot,
  placed: Placed,
  pressed?: Json,
): Promise<Outcome> {
  const { element, actionId, blockId } = placed;
  const { text, value, style, placeholder, type } = element;
  const chosen = pressed ?? keptIn(slack, spot)[blockId]?.[actionId];
  const { answer, ms } = await slack.deliver.interaction({
    ...interaction(slack, "block_actions", user),
    trigger_id: slack.triggers.issue(user),
    ...placeOf(slack, spot),
    ...answerPlace(slack, user, spot),
    actions: [
      {
        action_id: actionId,
        block_id: blockId,
        text,
        value,
        style,
        placeholder,
        type,
        ...chosen,
        action_ts: actionTs(),
      },
    ],
  });
  return answer ? done(ms) : { ok: false, error: timedOut, ackMs: Math.round(ms) };
}

function placeOf(slack: Slack, spot: Spot, values?: Values): Json {
  if (spot.kind !== "message")
    return {
      ...viewContainer(spot.view),
      view: viewJson(slack.world, spot.view, values ?? spot.view.values),
    };
  const { conversation, message } = spot;
  return { ...messageContainer(conversation, message), ...messageItself(slack, conversation, message) };
}

function answerPlace(slack: Slack, user: string, spot: Spot): Json {
  if (spot.kind !== "message") return {};
  const { conversation, message } = spot;
  const url = slack.responseUrls.issue({ user, channel: conversation.id, original: message.ts });
  return { state: { values: keptIn(slack, spot) }, response_url: url };
}

/** A form keeps what one person chose in it, and a message keeps it for each of its readers. */
function keptIn(slack: Slack, spot: Spot): Values {
  if (spot.kind !== "message") return spot.view.values;
  return valuesOf(spot.message.blocks, slack.world.choices.get(spot.key) ?? {});
}

function keep(slack: Slack, user: string, spot: Spot, { blockId, actionId }: Placed, value: Json): void {
  const before = keptIn(slack, spot);
  const values = { ...before, [blockId]: { ...before[blockId], [actionId]: value } };
  if (spot.kind === "message") slack.world.choices.set(spot.key, values);
  else changeInput(spot.view, blockId, values);
  slack.world.changes.changed([user]);
}

/** The values are new, never changed in place: a payload that was sent keeps those of its moment. */
function changeInput(view: View, blockId: string, values: Values): void {
  const { [blockId]: _settled, ...errors } = view.errors;
  Object.assign(view, { values, errors });
}

/** An input tells only when asked to; whatever stands outside an input block always does. */
const tellsAtOnce = ({ block }: Placed) => block["type"] !== "input" || block["dispatch_action"] === true;
