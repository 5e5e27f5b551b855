import type { Json } from "../control.ts";
import { newBlockId } from "../ids.ts";
import { asObjects, asText, isObject } from "../json.ts";

export interface Placed {
  blockId: string;
  actionId: string;
  element: Json;
  block: Json;
}

/** Every interactive element of the blocks, with the ids by which a payload names it. */
export function* elementsOf(blocks: Json[]): Iterable<Placed> {
  for (const block of blocks)
    for (const element of heldBy(block)) {
      const actionId = asText(element["action_id"]);
      const blockId = asText(block["block_id"]);
      if (actionId !== undefined && blockId !== undefined) yield { blockId, actionId, element, block };
    }
}

export function findElement(blocks: Json[], actionId: string, blockId?: string): Placed | undefined {
  for (const placed of elementsOf(blocks))
    if (placed.actionId === actionId && (blockId === undefined || placed.blockId === blockId)) return placed;
  return undefined;
}

/** Slack names the blocks and elements that an app left nameless. */
export function withIds(blocks: Json[]): Json[] {
  const named = structuredClone(blocks);
  for (const block of named) {
    block["block_id"] ??= newBlockId();
    for (const element of heldBy(block)) if (isInteractive(element)) element["action_id"] ??= newBlockId();
  }
  return named;
}

const held = ["element", "accessory"] as const;
const heldLists = ["elements", "actions"] as const;

function heldBy(block: Json): Json[] {
  return [
    ...held.map((field) => block[field]).filter(isObject),
    ...heldLists.flatMap((field) => asObjects(block[field])),
  ];
}

/** Texts and pictures among a context block's elements are nobody's to press; rich text has parts, not elements. */
const isInteractive = (element: Json) =>
  !/^(image|mrkdwn|plain_text|rich_text_.*)$/.test(asText(element["type"]) ?? "") ||
  element["type"] === "rich_text_input";
