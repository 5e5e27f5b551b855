import type { Json } from "../control.ts";
import { Impossible } from "../impossible.ts";
import { asObject, asObjects, asText, isObject } from "../json.ts";
import { elementsOf } from "./elements.ts";
import type { Values } from "./world.ts";

/**
 * How each element keeps what a person chose: the field of a submission that holds it, the field of the element that
 * presets it, and what stands there while nothing is chosen.
 */
interface Kept {
  field: string;
  preset: string;
  many?: true;
}

const text = { field: "value", preset: "initial_value" };
const option = { field: "selected_option", preset: "initial_option" };
const options = { field: "selected_options", preset: "initial_options", many: true } as const;

const keepers: Record<string, Kept> = {
  plain_text_input: text,
  number_input: text,
  email_text_input: text,
  url_text_input: text,
  rich_text_input: { field: "rich_text_value", preset: "initial_value" },
  static_select: option,
  external_select: option,
  radio_buttons: option,
  checkboxes: options,
  multi_static_select: options,
  multi_external_select: options,
  users_select: { field: "selected_user", preset: "initial_user" },
  multi_users_select: { field: "selected_users", preset: "initial_users", many: true },
  conversations_select: { field: "selected_conversation", preset: "initial_conversation" },
  multi_conversations_select: {
    field: "selected_conversations",
    preset: "initial_conversations",
    many: true,
  },
  channels_select: { field: "selected_channel", preset: "initial_channel" },
  multi_channels_select: { field: "selected_channels", preset: "initial_channels", many: true },
  datepicker: { field: "selected_date", preset: "initial_date" },
  timepicker: { field: "selected_time", preset: "initial_time" },
  datetimepicker: { field: "selected_date_time", preset: "initial_date_time" },
};

export const keepsValue = (element: Json) => Object.hasOwn(keepers, typeOf(element));

/** What the inputs among the blocks hold: what was chosen there before, else what the app presets. */
export function valuesOf(blocks: Json[], chosen: Values): Values {
  const values: Values = {};
  for (const { blockId, actionId, element } of elementsOf(blocks)) {
    if (!keepsValue(element)) continue;
    const before = chosen[blockId]?.[actionId];
    const kept = before && before["type"] === element["type"] ? before : presetOf(element);
    values[blockId] = { ...values[blockId], [actionId]: kept };
  }
  return values;
}

/** What is submitted when the person touches nothing. */
function presetOf(element: Json): Json {
  const kept = keeperOf(element);
  return { type: typeOf(element), [kept.field]: element[kept.preset] ?? (kept.many ? [] : null) };
}

function chosenIn(value: Json): unknown {
  return value[keeperOf(value).field];
}

export function isEmpty(value: Json): boolean {
  const chosen = chosenIn(value);
  return (
    chosen === null || chosen === undefined || chosen === "" || (Array.isArray(chosen) && chosen.length === 0)
  );
}

/** The value as Slack submits it, from what a person put in: see `InputAct` for the shapes. */
export function valueFrom(element: Json, input: unknown): Json {
  const kept = keeperOf(element);
  const type = typeOf(element);
  if (isObject(input) && kept.field in input) return { type, [kept.field]: input[kept.field] };
  const given: unknown[] = Array.isArray(input) ? input : [input];
  const chosen = given.filter((one) => one !== null && one !== undefined && one !== "");
  const wholes = chosen.map((one) => whole(element, kept, one));
  return { type, [kept.field]: kept.many ? wholes : (wholes[0] ?? null) };
}

/** An option is named by its value; an unknown one is nobody's choice. */
function whole(element: Json, kept: Kept, chosen: unknown): unknown {
  if (kept === text) return String(chosen);
  if (kept.field === "selected_date_time") return Number(chosen);
  if (kept !== option && kept !== options) return chosen;
  if (isObject(chosen)) return chosen;
  const known = optionsOf(element).find((each) => each["value"] === chosen);
  if (known) return known;
  throw new Impossible(`"${String(chosen)}" is not among the options of ${asText(element["action_id"])}`);
}

function optionsOf(element: Json): Json[] {
  const grouped = asObjects(element["option_groups"]).flatMap((group) => asObjects(group["options"]));
  const preset = [asObject(element["initial_option"]), ...asObjects(element["initial_options"])];
  return [...asObjects(element["options"]), ...grouped, ...preset.filter((each) => "value" in each)];
}

const typeOf = (element: Json) => asText(element["type"]) ?? "";

function keeperOf(element: Json): Kept {
  const kept = keepers[typeOf(element)];
  if (!kept) throw new Error(`A ${typeOf(element)} keeps no value`);
  return kept;
}

/** Why Slack's own client would not submit this value, as the sentence it shows. */
export function objection(element: Json, value: Json): string | undefined {
  const chosen = chosenIn(value);
  const most = Number(element["max_selected_items"] ?? Number.POSITIVE_INFINITY);
  if (Array.isArray(chosen)) return chosen.length > most ? `Choose at most ${most}.` : undefined;
  if (typeof chosen !== "string") return undefined;
  if (typeOf(element) === "number_input") return numberObjection(element, chosen);
  if (typeOf(element) === "email_text_input" && !/^\S+@\S+\.\S+$/.test(chosen))
    return "Enter a valid email address.";
  if (typeOf(element) === "url_text_input" && !URL.canParse(chosen)) return "Enter a valid URL.";
  const shortest = Number(element["min_length"] ?? 0);
  const longest = Number(element["max_length"] ?? 3000);
  if (chosen.length < shortest) return `Enter at least ${shortest} characters.`;
  return chosen.length > longest ? `Enter at most ${longest} characters.` : undefined;
}

function numberObjection(element: Json, typed: string): string | undefined {
  const number = Number(typed);
  if (!Number.isFinite(number)) return "Enter a number.";
  if (element["is_decimal_allowed"] !== true && !Number.isInteger(number)) return "Enter a whole number.";
  const least = Number(element["min_value"] ?? Number.NEGATIVE_INFINITY);
  const most = Number(element["max_value"] ?? Number.POSITIVE_INFINITY);
  if (number < least) return `Enter a number no lower than ${least}.`;
  return number > most ? `Enter a number no higher than ${most}.` : undefined;
}
