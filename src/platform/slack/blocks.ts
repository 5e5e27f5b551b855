import type {
  ActionsBlock,
  ActionsBlockElement,
  Button,
  ConfirmationDialog,
  ContextBlock,
  InputBlock,
  MrkdwnElement,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
} from "@slack/types";
import { clip } from "./clip.ts";

/** Slack's limits, in characters, for the texts Rapport sends. */
export const LIMIT = {
  title: 24,
  header: 150,
  section: 3000,
  context: 2000,
  label: 2000,
  placeholder: 150,
  button: 75,
  buttonValue: 2000,
  option: 75,
  confirm: 300,
} as const;

/** Words that format nothing and mention nobody: the place for people's names and sentences. */
export const plain = (text: string, max: number = LIMIT.section): PlainTextElement => ({
  type: "plain_text",
  text: clip(text, max),
  emoji: true,
});

/** Title, submit and close of a modal. */
export const title = (text: string): PlainTextElement => plain(text, LIMIT.title);
export const placeholder = (text: string): PlainTextElement => plain(text, LIMIT.placeholder);

export interface Asking {
  optional?: boolean;
  hint?: string;
  /** The field's key, or `key:n` to show a new preset: Slack keeps what was typed while both ids are the same. */
  blockId?: string;
  /** Sends `block_actions` on each change. */
  dispatch?: boolean;
}

/** One question in a modal. Its block and its element both carry the field's own name (see form.ts). */
export function question(
  field: string,
  label: string,
  element: InputBlock["element"],
  { optional = false, hint, blockId = field, dispatch = false }: Asking = {},
): InputBlock {
  return {
    type: "input",
    block_id: blockId,
    label: plain(label, LIMIT.label),
    element: { action_id: field, ...element },
    optional,
    ...(hint === undefined ? {} : { hint: plain(hint, LIMIT.label) }),
    ...(dispatch ? { dispatch_action: true } : {}),
  };
}

export interface Confirm {
  title: string;
  text: string;
  yes: string;
  no: string;
}

/** `value` comes back from a client: put an id in it, and check that the person may touch what it names. */
export function button(
  label: string,
  actionId: string,
  value?: string,
  { style, confirm }: { style?: "primary" | "danger"; confirm?: Confirm } = {},
): Button {
  if (value !== undefined && value.length > LIMIT.buttonValue)
    throw new RangeError(`The value of ${actionId} is too long.`);
  return {
    type: "button",
    text: plain(label, LIMIT.button),
    action_id: actionId,
    ...(value === undefined ? {} : { value }),
    ...(style === undefined ? {} : { style }),
    ...(confirm === undefined ? {} : { confirm: confirmation(confirm, style) }),
  };
}

const confirmation = (ask: Confirm, style?: "primary" | "danger"): ConfirmationDialog => ({
  title: plain(ask.title, 100),
  text: plain(ask.text, LIMIT.confirm),
  confirm: plain(ask.yes, 30),
  deny: plain(ask.no, 30),
  ...(style === undefined ? {} : { style }),
});

/** An answer to pick. Its value is an id of at most 75 characters; a longer one is our mistake, never cut. */
export function option(text: string, value: string, description?: string): PlainTextOption {
  if (value.length > LIMIT.option) throw new RangeError("An option's value is longer than 75 characters.");
  return {
    text: plain(text, LIMIT.option),
    value,
    ...(description === undefined ? {} : { description: plain(description, LIMIT.option) }),
  };
}

/** Words with an optional button beside them. A string is plain; pass `mrkdwn(md`…`)` to format. */
export function section(text: string | MrkdwnElement, accessory?: SectionBlock["accessory"]): SectionBlock {
  const words = typeof text === "string" ? plain(text) : text;
  return { type: "section", text: words, ...(accessory === undefined ? {} : { accessory }) };
}

/** Small print: at most ten pieces. A string is plain. */
export const context = (...texts: (string | MrkdwnElement)[]): ContextBlock => ({
  type: "context",
  elements: texts.slice(0, 10).map((text) => (typeof text === "string" ? plain(text, LIMIT.context) : text)),
});

/** A row of at most 25 buttons and pickers; each needs an action id of its own within the row. */
export const actions = (blockId: string, ...elements: ActionsBlockElement[]): ActionsBlock => ({
  type: "actions",
  block_id: blockId,
  elements: elements.slice(0, 25),
});
