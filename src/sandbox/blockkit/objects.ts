import { among, anyOf, choice, type Fields, flag, list, oneOf, shape, text } from "./rule.ts";

/** Composition objects: the parts that blocks and elements share. */

export const plainFields = (most: number, least = 1) => shape({ text: text(most, least) }, { emoji: flag });
export const markedFields = (most: number) => shape({ text: text(most) }, { verbatim: flag });

export const plain = (most: number, least = 1) => among({ plain_text: plainFields(most, least) });
export const marked = (most: number) => among({ mrkdwn: markedFields(most) });
export const words = (most: number) => among({ plain_text: plainFields(most), mrkdwn: markedFields(most) });

export const id = text(255);
export const url = text(3000);

export const option = shape({ text: plain(75), value: text(75) }, { description: plain(75), url });
/** Checkboxes and radio buttons may be written in mrkdwn. */
export const richOption = shape({ text: words(75), value: text(75) }, { description: words(75) });

export const optionGroup = shape({ label: plain(75), options: list(option, 100) });

export const confirm = shape(
  { title: plain(100), text: words(300), confirm: plain(30), deny: plain(30) },
  { style: choice("primary", "danger") },
);

export const dispatchConfig = shape(
  {},
  { trigger_actions_on: list(choice("on_enter_pressed", "on_character_entered"), 2) },
);

export const conversationFilter = shape(
  {},
  {
    include: list(choice("im", "mpim", "private", "public"), 4),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag,
  },
  anyOf("include", "exclude_external_shared_channels", "exclude_bot_users"),
);

const slackFile = shape({}, { id: text(255), url }, oneOf("id", "url"));
const pictured: Fields = { image_url: url, slack_file: slackFile };
export const picture = shape({ alt_text: text(2000) }, pictured, oneOf("image_url", "slack_file"));
export const pictureBlock = (shared: Fields) =>
  shape(
    { alt_text: text(2000) },
    { ...pictured, title: plain(2000), ...shared },
    oneOf("image_url", "slack_file"),
  );

/** What an external select is answered with. */
export const suggestions = shape(
  {},
  { options: list(option, 100, 0), option_groups: list(optionGroup, 100, 0) },
  oneOf("options", "option_groups"),
);
