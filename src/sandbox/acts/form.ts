import { Refusal } from "../api/refusal.ts";
import { acceptableView } from "../api/views.ts";
import type { Json, Outcome, SubmitAct } from "../control.ts";
import { interaction } from "../deliver/payloads.ts";
import { Impossible } from "../impossible.ts";
import { asObject, asObjects, asText } from "../json.ts";
import type { Slack } from "../slack.ts";
import { elementsOf } from "../world/elements.ts";
import { viewJson } from "../world/shapes.ts";
import { isEmpty, objection } from "../world/values.ts";
import { clearViews, closeView, deepestStack, pushView, stackOf, topOf, updateView } from "../world/views.ts";
import type { View } from "../world/world.ts";
import { done, personActing, troubleConnecting, viewSeen } from "./act.ts";
import { putInto } from "./press.ts";

/** Pressing Submit, after filling in what the act brings along. */
export async function submit(
  slack: Slack,
  { user, view: id, values = {}, times = 1 }: SubmitAct,
): Promise<Outcome> {
  personActing(slack, user);
  const view = viewSeen(slack, id, user);
  if (topOf(slack.world, user) !== view) throw new Impossible("Another view lies on this one");
  for (const [blockId, value] of Object.entries(values)) putInto(slack, view, blockId, value);
  const errors = missing(view);
  if (Object.keys(errors).length > 0) return refused(slack, view, errors);
  const attempts = Array.from({ length: times }, () => send(slack, view));
  const [first = { ok: false }] = await Promise.all(attempts);
  return first;
}

/** Closing the view on top, or the whole stack when the view asks for that. */
export async function close(
  slack: Slack,
  { user, view: id }: { user: string; view: string },
): Promise<Outcome> {
  personActing(slack, user);
  const view = viewSeen(slack, id, user);
  const isCleared = view.view["clear_on_close"] === true;
  const leaving = isCleared ? stackOf(slack.world, user) : [view];
  if (isCleared) clearViews(slack.world, user);
  else closeView(slack.world, view);
  const told = leaving.filter((each) => each.view["notify_on_close"] === true);
  for (const each of told)
    await slack.deliver.interaction({
      ...interaction(slack, "view_closed", user),
      view: viewJson(slack.world, each),
      is_cleared: isCleared,
    });
  return { ok: true };
}

async function send(slack: Slack, view: View): Promise<Outcome> {
  view.waiting += 1;
  Object.assign(view, { errors: {}, trouble: null });
  slack.world.changes.changed([view.user]);
  const { answer, ms } = await slack.deliver.interaction({
    ...interaction(slack, "view_submission", view.user),
    trigger_id: slack.triggers.issue(view.user),
    view: viewJson(slack.world, view),
    response_urls: [],
  });
  view.waiting -= 1;
  slack.world.changes.changed([view.user]);
  if (!answer) return { ...inTrouble(slack, view), ackMs: Math.round(ms) };
  // The person closed it, or a repeat of the same submission was answered first.
  if (!stackOf(slack.world, view.user).includes(view)) return done(ms);
  return { ...follow(slack, view, answer), ackMs: Math.round(ms) };
}

/** What the ack asks for. An answer that Slack could not follow leaves the form open, in trouble. */
function follow(slack: Slack, view: View, answer: Json): Outcome {
  switch (answer["response_action"]) {
    case undefined:
      closeView(slack.world, view);
      return { ok: true };
    case "clear":
      clearViews(slack.world, view.user);
      return { ok: true };
    case "errors":
      return refusedByApp(slack, view, asObject(answer["errors"]));
    case "update":
      return withView(slack, view, answer, (next) => updateView(slack.world, view, next));
    case "push":
      if (stackOf(slack.world, view.user).length >= deepestStack) return inTrouble(slack, view);
      return withView(slack, view, answer, (next) => pushView(slack.world, view.user, next));
    default:
      return inTrouble(slack, view);
  }
}

function withView(slack: Slack, view: View, answer: Json, show: (next: Json) => void): Outcome {
  try {
    show(acceptableView(answer["view"], "modal"));
    return { ok: true };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return inTrouble(slack, view, `${error.error} ${JSON.stringify(error.details)}`);
  }
}

/** Slack shows an error only beside an input; anything else is an answer it cannot follow. */
function refusedByApp(slack: Slack, view: View, errors: Json): Outcome {
  const inputs = asObjects(view.view["blocks"]).filter((block) => block["type"] === "input");
  const isShowable = Object.entries(errors).every(
    ([blockId, words]) => asText(words) && inputs.some((block) => block["block_id"] === blockId),
  );
  if (!isShowable || Object.keys(errors).length === 0) return inTrouble(slack, view, "errors name no input");
  return refused(
    slack,
    view,
    Object.fromEntries(Object.entries(errors).map(([at, words]) => [at, String(words)])),
  );
}

function refused(slack: Slack, view: View, errors: Record<string, string>): Outcome {
  view.errors = errors;
  slack.world.changes.changed([view.user]);
  return { ok: false, errors };
}

function inTrouble(slack: Slack, view: View, why = ""): Outcome {
  view.trouble = troubleConnecting;
  slack.world.changes.changed([view.user]);
  return { ok: false, error: why ? `${troubleConnecting} (${why})` : troubleConnecting };
}

/** What Slack's own client holds back before anything is sent. */
function missing(view: View): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { block, blockId, actionId, element } of elementsOf(asObjects(view.view["blocks"]))) {
    const value = view.values[blockId]?.[actionId];
    if (block["type"] !== "input" || !value) continue;
    if (!isEmpty(value)) {
      const words = objection(element, value);
      if (words) errors[blockId] = words;
    } else if (block["optional"] !== true) errors[blockId] = "Please complete this required field.";
  }
  return errors;
}
