import type { Json } from "../control.ts";
import { asList, asObject, asObjects, isObject } from "../json.ts";
import { blocksOn, type Surface } from "./blocks.ts";
import { plain, suggestions } from "./objects.ts";
import {
  among,
  breachesOf,
  type Fields,
  flag,
  list,
  type Report,
  type Rule,
  shape,
  text,
  type Whole,
} from "./rule.ts";

export type { Surface } from "./blocks.ts";

/** What Slack would refuse in the blocks of a message, modal or Home tab, in its words; empty when it takes them. */
export const checkBlocks = (surface: Surface, blocks: unknown): string[] =>
  breachesOf(surfaces[surface], blocks, "/blocks");

/** The same for a whole view. */
export const checkView = (view: unknown): string[] => breachesOf(among(views), view, "/view");

/** The same for the answer to an external select. */
export const checkSuggestions = (answer: unknown): string[] => breachesOf(suggestions, answer, "");

/** All characters that the blocks show, as Slack counts a whole message. */
export function textWithin(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + textWithin(each), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [name, part]) =>
      sum + (name === "text" && typeof part === "string" ? part.length : textWithin(part)),
    0,
  );
}

const surfaces: Record<Surface, Rule> = {
  message: onSurface("message", 50),
  modal: onSurface("modal", 100),
  home: onSurface("home", 100),
};

function onSurface(surface: Surface, most: number): Rule {
  const each = list(among(blocksOn(surface)), most);
  return (blocks, at, report) => {
    each(blocks, at, report);
    uniqueBlockIds(asObjects(blocks), at, report);
    if (surface === "message") withinMessage(asObjects(blocks), at, report);
  };
}

function uniqueBlockIds(blocks: Json[], at: string, report: Report): void {
  const seen = new Set<unknown>();
  blocks.forEach(({ block_id: blockId }, index) => {
    if (blockId !== undefined && seen.has(blockId))
      report("`block_id` already exists", `${at}/${index}/block_id`);
    seen.add(blockId);
  });
}

const mostCharts = 2;
const mostTableText = 10_000;

/** What a message may hold in all. */
function withinMessage(blocks: Json[], at: string, report: Report): void {
  const ofType = (...types: string[]) => blocks.filter((block) => types.includes(String(block["type"])));
  if (ofType("data_visualization").length > mostCharts)
    report(`no more than ${mostCharts} data_visualization blocks allowed`, at);
  if (ofType("table").length > 1) report("only one table allowed", at);
  if (ofType("table", "data_table").reduce((sum, each) => sum + textWithin(each["rows"]), 0) > mostTableText)
    report(`must be less than ${mostTableText + 1} characters over all tables`, at);
}

const shared: Fields = {
  private_metadata: text(3000, 0),
  callback_id: text(255, 0),
  external_id: text(255, 0),
};

/** A form without a Submit button could never be sent; only one element can have the cursor. */
const formIsWhole: Whole = (view, at, report) => {
  const blocks = asObjects(view["blocks"]);
  if (blocks.some((block) => block["type"] === "input") && view["submit"] === undefined)
    report("missing required field: submit", at);
  const elements = blocks.flatMap((block) => [
    block["element"],
    block["accessory"],
    ...asList(block["elements"]),
  ]);
  if (elements.filter((element) => asObject(element)["focus_on_load"] === true).length > 1)
    report("only one element may have focus_on_load", `${at}/blocks`);
};

const views: Fields = {
  modal: shape(
    { title: plain(24), blocks: surfaces.modal },
    {
      ...shared,
      submit: plain(24),
      close: plain(24),
      clear_on_close: flag,
      notify_on_close: flag,
      submit_disabled: flag,
    },
    formIsWhole,
  ),
  home: shape(
    { blocks: surfaces.home },
    { ...shared, title: plain(24), submit: plain(24), close: plain(24) },
  ),
};
