import { randomUUID } from "node:crypto";
import { z } from "zod";
import { StaleForm } from "./trouble.ts";

const LONGEST = 3000;

/** One form on one screen. A submission repeated with the same nonce writes nothing new. */
export const formNonce = (): string => randomUUID();

export const nonceField = z.uuid();

/**
 * A view's private_metadata as JSON. It comes back from a client: what does not parse throws `StaleForm`, and what
 * does parse is still only a claim: check workspace, role and ownership.
 */
export function metadata<S extends z.ZodType>(schema: S) {
  return {
    encode(value: z.input<S>): string {
      const encoded = JSON.stringify(value);
      if (encoded.length > LONGEST)
        throw new RangeError(`private_metadata of ${encoded.length} characters, Slack takes ${LONGEST}.`);
      return encoded;
    },
    decode(encoded: string): z.output<S> {
      const parsed = schema.safeParse(json(encoded));
      if (!parsed.success) throw new StaleForm("private_metadata does not parse", { cause: parsed.error });
      return parsed.data;
    },
  };
}

function json(encoded: string): unknown {
  try {
    return JSON.parse(encoded);
  } catch {
    return undefined;
  }
}
