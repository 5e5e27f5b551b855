import type { InputAct, Json } from "../../control.ts";
import { isJson, str } from "../json.ts";

/**
 * An element's value travels as Slack submits it: `{ type, selected_option: … }`. Which key holds it depends on the
 * type; the key of its first value is the same with `initial_` before it.
 */
const KEYS: Record<string, { held: string; initial: string }> = {
  plain_text_input: { held: "value", initial: "initial_value" },
  number_input: { held: "value", initial: "initial_value" },
  email_text_input: { held: "value", initial: "initial_value" },
  url_text_input: { held: "value", initial: "initial_value" },
  static_select: { held: "selected_option", initial: "initial_option" },
  external_select: { held: "selected_option", initial: "initial_option" },
  users_select: { held: "selected_user", initial: "initial_user" },
  conversations_select: { held: "selected_conversation", initial: "initial_conversation" },
  channels_select: { held: "selected_channel", initial: "initial_channel" },
  multi_static_select: { held: "selected_options", initial: "initial_options" },
  multi_external_select: { held: "selected_options", initial: "initial_options" },
  multi_users_select: { held: "selected_users", initial: "initial_users" },
  multi_conversations_select: { held: "selected_conversations", initial: "initial_conversations" },
  multi_channels_select: { held: "selected_channels", initial: "initial_channels" },
  checkboxes: { held: "selected_options", initial: "initial_options" },
  radio_buttons: { held: "selected_option", initial: "initial_option" },
  datepicker: { held: "selected_date", initial: "initial_date" },
  timepicker: { held: "selected_time", initial: "initial_time" },
  datetimepicker: { held: "selected_date_time", initial: "initial_date_time" },
  overflow: { held: "selected_option", initial: "initial_option" },
};

const keysOf = (type: string) => KEYS[type] ?? { held: "value", initial: "initial_value" };

export const initialOf = (element: Json): Json => {
  const type = str(element, "type");
  const { held, initial } = keysOf(type);
  return { type, [held]: element[initial] ?? null };
};

/** What an element holds: text, an option, options, ids, a date. */
export const heldIn = (element: Json, value: Json): unknown =>
  value[keysOf(str(element, "type")).held] ?? null;

export function holding(element: Json, held: unknown): Json {
  const type = str(element, "type");
  return { type, [keysOf(type).held]: held };
}

/** The same value as the control interface takes it: bare values, but an external select's options whole. */
export function bareValue(value: Json): InputAct["value"] {
  const type = str(value, "type");
  const held = value[keysOf(type).held] ?? null;
  const whole = type.includes("external");
  const bare = (item: unknown): unknown => (isJson(item) && !whole ? str(item, "value") : item);
  if (held === null || typeof held === "string") return held;
  if (typeof held === "number") return String(held);
  return (Array.isArray(held) ? held.map(bare) : bare(held)) as InputAct["value"];
}
