import type { z } from "zod";

/** The state of a view as Slack submits it: block_id → action_id → what the element holds. */
export interface ViewState {
  values: Record<string, Record<string, ElementState>>;
}

/** Every kind of element a form of ours may hold. Rich text is not among them. */
export interface ElementState {
  type?: string;
  value?: string | null;
  selected_date?: string | null;
  selected_time?: string | null;
  selected_date_time?: number | null;
  selected_option?: { value?: string } | null;
  selected_options?: { value?: string }[];
  selected_user?: string | null;
  selected_users?: string[];
  selected_conversation?: string | null;
  selected_conversations?: string[];
  selected_channel?: string | null;
  selected_channels?: string[];
  files?: { id: string }[];
}

export type Read<T> = { ok: true; answers: T } | { ok: false; errors: Record<string, string> };

/**
 * Reads a submitted modal. Every input block is named after the field it fills (`attendees`, or `attendees:2` after a
 * change of preset), so a zod issue's path is already the block Slack must paint red: no table maps one to the other.
 * Nothing chosen and blank text read as `undefined`.
 */
export function readForm<S extends z.ZodType>(schema: S, state: ViewState): Read<z.output<S>> {
  const fields = fieldsOf(state);
  const parsed = schema.safeParse(
    Object.fromEntries([...fields].map(([name, { answer }]) => [name, answer])),
  );
  if (parsed.success) return { ok: true, answers: parsed.data };
  const somewhere = [...fields.values()][0]?.blockId;
  const errors: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) {
    // Slack answers an error for a block it does not show with "trouble connecting": such a one goes to the first field.
    const blockId = fields.get(String(path[0]))?.blockId ?? somewhere;
    if (blockId !== undefined) errors[blockId] ??= message;
  }
  return { ok: false, errors };
}

/** Puts errors found after reading (a rule that needs the database) under the blocks that are on screen. */
export function errorsAt(errors: Record<string, string>, state: ViewState): Record<string, string> {
  const fields = fieldsOf(state);
  const somewhere = [...fields.values()][0]?.blockId;
  const placed: Record<string, string> = {};
  for (const [field, sentence] of Object.entries(errors)) {
    const blockId = fields.get(field)?.blockId ?? somewhere;
    if (blockId !== undefined) placed[blockId] ??= sentence;
  }
  return placed;
}

/** The field a block fills: its id without the number that a changed preset adds. */
export const fieldOf = (blockId: string): string => blockId.replace(/:\d+$/, "");

function fieldsOf(state: ViewState): Map<string, { blockId: string; answer: unknown }> {
  const fields = new Map<string, { blockId: string; answer: unknown }>();
  for (const [blockId, elements] of Object.entries(state.values)) {
    const all = Object.entries(elements);
    for (const [actionId, element] of all) {
      const name = all.length === 1 ? fieldOf(blockId) : actionId;
      fields.set(name, { blockId, answer: answerOf(element) });
    }
  }
  return fields;
}

/** What an element holds: a string, a number (date and time), a list, or `undefined` when it is empty. */
export function answerOf(element: ElementState): string | number | string[] | undefined {
  const many =
    element.selected_options?.flatMap(({ value }) => value ?? []) ??
    element.selected_users ??
    element.selected_conversations ??
    element.selected_channels ??
    element.files?.map(({ id }) => id);
  if (many) return many.length > 0 ? many : undefined;
  const one =
    element.value ??
    element.selected_date ??
    element.selected_time ??
    element.selected_date_time ??
    element.selected_option?.value ??
    element.selected_user ??
    element.selected_conversation ??
    element.selected_channel ??
    undefined;
  if (typeof one !== "string") return one;
  // PostgreSQL keeps no NUL, and nobody types one on purpose.
  const typed = one.replaceAll("\0", "");
  return typed.trim() === "" ? undefined : typed;
}
