import type { Json } from "../control.ts";
import { asObjects, isObject } from "../json.ts";
import {
  confirm,
  conversationFilter,
  dispatchConfig,
  id,
  option,
  optionGroup,
  picture,
  plain,
  richOption,
  url,
} from "./objects.ts";
import { richText } from "./rich-text.ts";
import {
  choice,
  every,
  type Fields,
  flag,
  list,
  matching,
  oneOf,
  type Rule,
  shape,
  text,
  type Whole,
  whole,
} from "./rule.ts";

/** Where an element may stand. */
type Home = "section" | "actions" | "input" | "context" | "card";

interface Element {
  homes: Home[];
  rule: Rule;
}

const named: Fields = { action_id: id };
const asked: Fields = { ...named, focus_on_load: flag, placeholder: plain(150) };
const confirmed: Fields = { ...asked, confirm };
const many: Fields = { max_selected_items: whole(1) };

const date = matching(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "date");
const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/, "time");

/** A preset must be one of the options. */
const presetIsOffered: Whole = (element, at, report) => {
  const groups = asObjects(element["option_groups"]).flatMap((group) => asObjects(group["options"]));
  const values = [...asObjects(element["options"]), ...groups].map((each) => each["value"]);
  const isOffered = (each: Json) => values.includes(each["value"]);
  const one = element["initial_option"];
  if (isObject(one) && !isOffered(one)) report("must be one of the options", `${at}/initial_option`);
  if (!asObjects(element["initial_options"]).every(isOffered))
    report("must be among the options", `${at}/initial_options`);
};

const offered = every(oneOf("options", "option_groups"), presetIsOffered);
const optionLists: Fields = { options: list(option, 100), option_groups: list(optionGroup, 100) };
const written: Fields = { ...asked, dispatch_action_config: dispatchConfig };
const lengths: Fields = { min_length: whole(0, 3000), max_length: whole(1, 3000) };

const single: Home[] = ["section", "actions", "input"];
const several: Home[] = ["section", "input"];
const input: Home[] = ["input"];

const elements: Record<string, Element> = {
  button: {
    homes: ["section", "actions", "card"],
    rule: shape(
      { text: plain(75) },
      {
        ...named,
        url,
        value: text(2000),
        style: choice("primary", "danger"),
        confirm,
        accessibility_label: text(75),
      },
    ),
  },
  image: { homes: ["section", "context", "card"], rule: picture },
  overflow: {
    homes: ["section", "actions"],
    rule: shape({ options: list(option, 5) }, { ...named, confirm }),
  },
  checkboxes: {
    homes: single,
    rule: shape(
      { options: list(richOption, 10) },
      { ...named, initial_options: list(richOption, 10), confirm, focus_on_load: flag },
      presetIsOffered,
    ),
  },
  radio_buttons: {
    homes: single,
    rule: shape(
      { options: list(richOption, 10) },
      { ...named, initial_option: richOption, confirm, focus_on_load: flag },
      presetIsOffered,
    ),
  },
  datepicker: { homes: single, rule: shape({}, { ...confirmed, initial_date: date }) },
  timepicker: { homes: single, rule: shape({}, { ...confirmed, initial_time: time, timezone: text(255) }) },
  datetimepicker: {
    homes: ["actions", "input"],
    rule: shape({}, { ...named, initial_date_time: whole(1e9, 9_999_999_999), confirm, focus_on_load: flag }),
  },
  plain_text_input: {
    homes: input,
    rule: shape({}, { ...written, ...lengths, initial_value: text(3000, 0), multiline: flag }),
  },
  rich_text_input: { homes: ["actions", "input"], rule: shape({}, { ...written, initial_value: richText }) },
  email_text_input: { homes: input, rule: shape({}, { ...written, initial_value: text(3000, 0) }) },
  url_text_input: { homes: input, rule: shape({}, { ...written, initial_value: text(3000, 0) }) },
  number_input: {
    homes: input,
    rule: shape(
      { is_decimal_allowed: flag },
      { ...written, initial_value: text(3000, 0), min_value: text(255), max_value: text(255) },
    ),
  },
  static_select: {
    homes: single,
    rule: shape({}, { ...confirmed, ...optionLists, initial_option: option }, offered),
  },
  multi_static_select: {
    homes: several,
    rule: shape({}, { ...confirmed, ...many, ...optionLists, initial_options: list(option, 100) }, offered),
  },
  external_select: {
    homes: single,
    rule: shape({}, { ...confirmed, initial_option: option, min_query_length: whole(0) }),
  },
  multi_external_select: {
    homes: several,
    rule: shape(
      {},
      { ...confirmed, ...many, initial_options: list(option, 100), min_query_length: whole(0) },
    ),
  },
  users_select: { homes: single, rule: shape({}, { ...confirmed, initial_user: id }) },
  multi_users_select: {
    homes: several,
    rule: shape({}, { ...confirmed, ...many, initial_users: list(id, 100) }),
  },
  channels_select: {
    homes: single,
    rule: shape({}, { ...confirmed, initial_channel: id, response_url_enabled: flag }),
  },
  multi_channels_select: {
    homes: several,
    rule: shape({}, { ...confirmed, ...many, initial_channels: list(id, 100) }),
  },
  conversations_select: {
    homes: single,
    rule: shape(
      {},
      {
        ...confirmed,
        initial_conversation: id,
        default_to_current_conversation: flag,
        response_url_enabled: flag,
        filter: conversationFilter,
      },
    ),
  },
  multi_conversations_select: {
    homes: several,
    rule: shape(
      {},
      {
        ...confirmed,
        ...many,
        initial_conversations: list(id, 100),
        default_to_current_conversation: flag,
        filter: conversationFilter,
      },
    ),
  },
};

/** The elements at home in one place. */
export const elementsIn = (home: Home): Fields =>
  Object.fromEntries(
    Object.entries(elements)
      .filter(([, { homes }]) => homes.includes(home))
      .map(([type, { rule }]) => [type, rule]),
  );
