import type { View } from "@slack/types";

export type Ack = (answer?: unknown) => Promise<void>;

const debts = new WeakMap<object, Ack>();

/** Remembers that a payload waits for its ack, so that whoever meets its error can still answer it. */
export const owe = (body: object, ack: Ack): void => void debts.set(body, ack);
export const answered = (body: object): void => void debts.delete(body);

/** The ack a payload still waits for; `undefined` once it was given. */
export const stillOwed = (body: object): Ack | undefined => debts.get(body);

/**
 * The ack that tells a person a sentence where the payload allows one, and takes nothing from them: a command gets it
 * as an ephemeral message, a form keeps its words. Everything else is acked bare.
 */
export function answerInstead(body: unknown, sentence: string): unknown {
  const payload = body as Payload;
  if (payload.command !== undefined) return { response_type: "ephemeral", text: sentence };
  if (payload.type === "block_suggestion") return { options: [] };
  if (payload.type === "view_submission" && payload.view) return keepForm(payload.view, sentence);
  return undefined;
}

/** Keeps the modal open with every word in it and shows the sentence: beside the first input, or on top when there is none. */
export function keepForm(view: ShownView, sentence: string): FormKept {
  const input = view.blocks.find((block) => block.type === "input" && block.block_id !== undefined);
  if (input?.block_id !== undefined)
    return { response_action: "errors", errors: { [input.block_id]: sentence } };
  return { response_action: "update", view: withSentenceOnTop(view, sentence) };
}

export type FormKept =
  | { response_action: "errors"; errors: Record<string, string> }
  | { response_action: "update"; view: View };

/** What of a view's payload we read. It comes from Slack, its blocks from us. */
export interface ShownView {
  callback_id?: string;
  blocks: { type: string; block_id?: string }[];
  title?: unknown;
  close?: unknown;
  submit?: { text: string } | null;
  private_metadata?: string;
  clear_on_close?: boolean;
  notify_on_close?: boolean;
}

interface Payload {
  type?: string;
  command?: string;
  view?: ShownView;
}

const TROUBLE_BLOCK = "trouble";

function withSentenceOnTop(view: ShownView, sentence: string): View {
  const said = {
    type: "section",
    block_id: TROUBLE_BLOCK,
    text: { type: "plain_text", text: `⚠️ ${sentence}`, emoji: true },
  };
  const blocks = [said, ...view.blocks.filter((block) => block.block_id !== TROUBLE_BLOCK)].slice(0, 100);
  const { title, close, submit, callback_id, private_metadata, clear_on_close, notify_on_close } = view;
  const kept = { title, close, submit, callback_id, private_metadata, clear_on_close, notify_on_close };
  // Slack refuses `null` where its own payload carries it for a button that is not there.
  const present = Object.fromEntries(
    Object.entries(kept).filter(([, value]) => value !== null && value !== undefined),
  );
  return { type: "modal", ...present, blocks } as unknown as View;
}
