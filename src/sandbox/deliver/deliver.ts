import { randomUUID } from "node:crypto";
import type { Calls } from "../calls.ts";
import type { Json } from "../control.ts";
import { asObject, asText } from "../json.ts";
import type { Sockets } from "./sockets.ts";

interface Delivered {
  /** What the app acked with; undefined when it did not ack in time. */
  answer: Json | undefined;
  ms: number;
}

export interface Deliver {
  command(payload: Json): Promise<Delivered>;
  /** Buttons, forms, suggestions, shortcuts. */
  interaction(payload: Json): Promise<Delivered>;
  event(payload: Json, retry: { attempt: number; reason: string }): Promise<Delivered>;
}

/** Obsolete, and still in every payload. */
export const verificationToken = "local";

/** How long Slack waits for an ack before the person sees trouble. Real time. */
export const slackPatience = 3_000;

export function deliverOver(sockets: Sockets, calls: Calls, patience: number): Deliver {
  const send = async (type: string, what: string, payload: Json, more: Json): Promise<Delivered> => {
    const began = performance.now();
    const envelope = { envelope_id: randomUUID(), type, payload, ...more };
    const answer = await sockets.send(envelope, patience);
    const ms = performance.now() - began;
    const status = answer ? 200 : 0;
    calls.note({ direction: "deliver", what, request: payload, response: answer ?? {}, status, ms });
    return { answer, ms };
  };
  return {
    command: (payload) =>
      send("slash_commands", "slash_commands", payload, { accepts_response_payload: true }),
    interaction: (payload) =>
      send("interactive", asText(payload["type"]) ?? "interactive", payload, {
        accepts_response_payload: true,
      }),
    event: (payload, { attempt, reason }) =>
      send("events_api", asText(asObject(payload["event"])["type"]) ?? "event", payload, {
        accepts_response_payload: false,
        retry_attempt: attempt,
        retry_reason: reason,
      }),
  };
}
