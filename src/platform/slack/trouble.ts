import { randomBytes } from "node:crypto";
import type { Locale } from "./trouble.text.ts";
import { trouble } from "./trouble.text.ts";

/**
 * A "no" with its reason, thrown by whoever knows it, in the person's language. The boundary shows the sentence as it
 * is; with a field, a form shows it beside that field.
 */
export class Refusal extends Error {
  override name = "Refusal";
  readonly field: string | undefined;

  constructor(sentence: string, { field, cause }: { field?: string; cause?: unknown } = {}) {
    super(sentence, { cause });
    this.field = field;
  }
}

/** A form whose private_metadata we cannot read: an older version's, or not ours. */
export class StaleForm extends Error {
  override name = "StaleForm";
}

export type Trouble =
  | { kind: "refusal"; sentence: string; field: string | undefined }
  | { kind: "databaseAway" | "tooLate" | "slackAway" | "staleForm" }
  | { kind: "slackBusy"; seconds: number }
  | { kind: "unknown"; ref: string };

/** What went wrong, as far as a person can do something about it. Bolt, drizzle and fetch wrap the real error. */
export function diagnose(error: unknown): Trouble {
  const chain = unwrapped(error);
  for (const inner of chain) {
    if (inner instanceof Refusal) return { kind: "refusal", sentence: inner.message, field: inner.field };
    if (inner instanceof StaleForm) return { kind: "staleForm" };
  }
  return (
    slackTrouble(chain) ?? databaseTrouble(chain) ?? { kind: "unknown", ref: randomBytes(2).toString("hex") }
  );
}

export function sentenceFor(found: Trouble, locale: Locale): string {
  const text = trouble[locale];
  switch (found.kind) {
    case "refusal":
      return found.sentence;
    case "unknown":
      return text.broke(found.ref);
    case "slackBusy":
      return text.slackBusy(found.seconds);
    default:
      return text[found.kind];
  }
}

interface Coded {
  code?: unknown;
  original?: unknown;
  originals?: unknown[];
  cause?: unknown;
  retryAfter?: unknown;
  data?: { error?: unknown };
}

function unwrapped(error: unknown): Coded[] {
  const chain: Coded[] = [];
  let next: unknown = error;
  while (typeof next === "object" && next !== null && chain.length < 8) {
    const inner: Coded = next;
    chain.push(inner);
    next = inner.original ?? inner.originals?.[0] ?? inner.cause;
  }
  return chain;
}

const TRIGGER_GONE = new Set([
  "expired_trigger_id",
  "trigger_expired",
  "exchanged_trigger_id",
  "trigger_exchanged",
]);

function slackTrouble(chain: Coded[]): Trouble | undefined {
  for (const { code, retryAfter, data } of chain) {
    if (code === "slack_webapi_rate_limited_error")
      return { kind: "slackBusy", seconds: Number(retryAfter) || 1 };
    if (code === "slack_webapi_request_error" || code === "slack_webapi_http_error")
      return { kind: "slackAway" };
    if (typeof data?.error === "string" && TRIGGER_GONE.has(data.error)) return { kind: "tooLate" };
  }
  return undefined;
}

/** postgres.js' own codes, the network's, and PostgreSQL's classes 08 and 57P plus "too many connections". */
const AWAY =
  /^(CONNECT_TIMEOUT|CONNECTION_(CLOSED|ENDED|DESTROYED)|ECONN(REFUSED|RESET|ABORTED)|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EPIPE|08...|57P0[1-5]|53300)$/;

function databaseTrouble(chain: Coded[]): Trouble | undefined {
  // A refused connection inside fetch's "fetch failed" is some web address, not the database.
  if (chain.some((inner) => inner instanceof TypeError && inner.message === "fetch failed")) return undefined;
  return chain.some(({ code }) => typeof code === "string" && AWAY.test(code))
    ? { kind: "databaseAway" }
    : undefined;
}
