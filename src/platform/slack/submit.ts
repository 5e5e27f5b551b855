import type { View } from "@slack/types";
import { type Ack, keepForm, type ShownView } from "./answers.ts";
import { PATIENCE } from "./asked.ts";
import { pause } from "./backoff.ts";

/** What becomes of the form; nothing = it closes. `after` runs once the ack is out. */
export type SubmitAnswer = void | ({ after?: () => Promise<void> } & Outcome);
type Outcome =
  | { errors: Record<string, string> }
  | { update: View }
  | { push: View }
  /** Closes every modal of the stack. */
  | { clear: true }
  | { close?: true };

/**
 * Acks with what the handler decided, after it saved. A save slower than Slack's patience keeps the form and asks for
 * another press: the form's nonce makes the second submission write nothing. The slow save goes on meanwhile.
 */
export async function settleSubmit(
  saving: Promise<SubmitAnswer>,
  ack: Ack,
  { view, slow, note }: { view: ShownView; slow: () => Promise<string>; note: (error: unknown) => void },
): Promise<void> {
  const late = new AbortController();
  let askedAgain = false;
  const patience = pause(PATIENCE, late.signal).then(async () => {
    if (late.signal.aborted) return;
    const sentence = await slow();
    if (late.signal.aborted) return;
    askedAgain = true;
    await ack(keepForm(view, sentence));
  });
  try {
    const answer = await saving;
    late.abort();
    await ack(ackFor(answer));
    if (answer?.after) await answer.after();
  } catch (error) {
    // Told once to press again is told enough: the next press meets the same trouble, or none.
    if (!askedAgain) throw error;
    note(error);
  } finally {
    late.abort();
    await patience;
  }
}

function ackFor(answer: SubmitAnswer): unknown {
  if (!answer) return undefined;
  if ("errors" in answer) return { response_action: "errors", errors: answer.errors };
  if ("update" in answer) return { response_action: "update", view: answer.update };
  if ("push" in answer) return { response_action: "push", view: answer.push };
  if ("clear" in answer) return { response_action: "clear" };
  return undefined;
}
