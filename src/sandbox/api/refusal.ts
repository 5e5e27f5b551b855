import type { Json } from "../control.ts";

/** A Web API method says no, by Slack's own name for the reason. */
export class Refusal extends Error {
  readonly error: string;
  readonly details: Json;

  constructor(error: string, details: Json = {}) {
    super(error);
    this.error = error;
    this.details = details;
  }
}

/** Slack names every breach of a shape at once, each with a pointer to where it is. */
export const refusedShape = (error: string, messages: string[]) =>
  new Refusal(error, {
    ...(error === "invalid_blocks" && { errors: messages }),
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  });
