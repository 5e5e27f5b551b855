import { asObjects } from "../json.ts";
import { chart, dataTable, table } from "./data.ts";
import { elementsIn } from "./elements.ts";
import { id, marked, markedFields, picture, pictureBlock, plain, plainFields, words } from "./objects.ts";
import { richTextFields } from "./rich-text.ts";
import { among, anyOf, choice, type Fields, flag, list, type Rule, shape, text, type Whole } from "./rule.ts";

export type Surface = "message" | "modal" | "home";

interface Block {
  surfaces: Surface[];
  rule: Rule;
}

const everywhere: Surface[] = ["message", "modal", "home"];
const messages: Surface[] = ["message"];
/** Text objects stand in a context block on their own. */
const texts: Fields = { plain_text: plainFields(2000), mrkdwn: markedFields(2000) };
const shared: Fields = { block_id: id };

/** An `action_id` names one element of its block. */
const uniqueActions: Whole = ({ elements }, at, report) => {
  const seen = new Set<unknown>();
  asObjects(elements).forEach(({ action_id: actionId }, index) => {
    if (actionId !== undefined && seen.has(actionId))
      report("`action_id` already exists", `${at}/elements/${index}/action_id`);
    seen.add(actionId);
  });
};

const blocks: Record<string, Block> = {
  section: {
    surfaces: everywhere,
    rule: shape(
      {},
      {
        ...shared,
        text: words(3000),
        fields: list(words(2000), 10),
        accessory: among(elementsIn("section")),
        expand: flag,
      },
      anyOf("text", "fields"),
    ),
  },
  divider: { surfaces: everywhere, rule: shape({}, shared) },
  header: { surfaces: everywhere, rule: shape({ text: plain(150) }, shared) },
  context: {
    surfaces: everywhere,
    rule: shape({ elements: list(among({ ...elementsIn("context"), ...texts }), 10) }, shared),
  },
  actions: {
    surfaces: everywhere,
    rule: shape({ elements: list(among(elementsIn("actions")), 25) }, shared, uniqueActions),
  },
  input: {
    surfaces: everywhere,
    rule: shape(
      { label: plain(2000), element: among(elementsIn("input")) },
      { ...shared, hint: plain(2000), optional: flag, dispatch_action: flag },
    ),
  },
  image: { surfaces: everywhere, rule: pictureBlock(shared) },
  rich_text: { surfaces: everywhere, rule: shape(richTextFields, shared) },
  markdown: { surfaces: messages, rule: shape({ text: text(12_000) }, shared) },
  table: { surfaces: messages, rule: table(shared) },
  data_table: { surfaces: messages, rule: dataTable(shared) },
  data_visualization: { surfaces: messages, rule: chart(shared) },
  alert: {
    surfaces: ["modal"],
    rule: shape(
      { text: words(200) },
      { ...shared, level: choice("default", "info", "warning", "error", "success") },
    ),
  },
  card: {
    surfaces: ["message", "modal"],
    rule: shape(
      {},
      {
        ...shared,
        hero_image: among({ image: picture }),
        icon: among({ image: picture }),
        title: marked(150),
        subtitle: marked(150),
        body: marked(200),
        subtext: marked(200),
        actions: list(among(elementsIn("card")), 3),
      },
      anyOf("hero_image", "title", "actions", "body"),
    ),
  },
};

/** The blocks that one surface takes. */
export const blocksOn = (surface: Surface): Fields =>
  Object.fromEntries(
    Object.entries(blocks)
      .filter(([, { surfaces }]) => surfaces.includes(surface))
      .map(([type, { rule }]) => [type, rule]),
  );
