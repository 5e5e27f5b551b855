import { among, choice, type Fields, flag, list, matching, type Rule, shape, text, whole } from "./rule.ts";

/** Rich text: sections, lists, quotes and code, made of styled pieces. */

const style = shape(
  {},
  {
    bold: flag,
    italic: flag,
    strike: flag,
    code: flag,
    underline: flag,
    highlight: flag,
    client_highlight: flag,
    unlink: flag,
  },
);
const styled: Fields = { style };
const url = text(3000);

const pieces = among({
  text: shape({ text: text(13_200) }, styled),
  link: shape({ url }, { text: text(3000), unsafe: flag, ...styled }),
  emoji: shape({ name: text(255) }, { unicode: text(255), url, ...styled }),
  user: shape({ user_id: text(255) }, styled),
  usergroup: shape({ usergroup_id: text(255) }, styled),
  channel: shape({ channel_id: text(255) }, styled),
  team: shape({ team_id: text(255) }, styled),
  broadcast: shape({ range: choice("here", "channel", "everyone") }, styled),
  color: shape({ value: matching(/^#[0-9a-f]{6}$/i, "colour") }, styled),
  date: shape({ timestamp: whole(0), format: text(255) }, { url, fallback: text(255), ...styled }),
});

const section = shape({ elements: list(pieces, 1000, 0) });
const border: Fields = { border: whole(0, 1) };

const parts: Fields = {
  rich_text_section: section,
  rich_text_preformatted: shape({ elements: list(pieces, 1000, 0) }, { ...border, language: text(255) }),
  rich_text_quote: shape({ elements: list(pieces, 1000, 0) }, border),
  rich_text_list: shape(
    { style: choice("bullet", "ordered"), elements: list(among({ rich_text_section: section }), 1000) },
    { indent: whole(0, 8), offset: whole(0), ...border },
  ),
};

export const richTextFields: Fields = { elements: list(among(parts), 1000) };

/** As a value of its own, in an input or a table's cell. */
export const richText: Rule = among({ rich_text: shape(richTextFields, { block_id: text(255) }) });
