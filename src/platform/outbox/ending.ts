/** How a try ended. */
export type Ending =
  | { is: "sent"; channel: string; ts: string }
  /** `counts`: it was the row's own trouble, so the row gives up some day. */
  | { is: "later"; seconds: number; reason: string; counts: boolean }
  | { is: "failed" | "uncertain"; reason: string };

/** The part of @slack/web-api's errors that tells how far a call got. */
interface ClientError {
  code?: string;
  message?: string;
  retryAfter?: number;
  data?: { error?: string };
  original?: { code?: string; cause?: { code?: string } };
}

/** Slack says these of itself, not of the message: it may have been posted. */
const UNCLEAR = new Set([
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout",
  "team_added_to_org",
]);
/** The token is wrong, not the message: it waits until somebody has mended the installation. */
const TOKEN = new Set(["invalid_auth", "not_authed", "token_revoked", "token_expired", "missing_scope"]);
/** The network refused before anything was said. */
const NEVER_LEFT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

const TOKEN_PAUSE = 30;
const AWAY_PAUSE = 5;
const LONGEST_PAUSE = 60;
/** Some five minutes. A row that waits holds up everything behind it in its conversation. */
const MOST_ATTEMPTS = 10;

/**
 * What an error means for the row. A first sending whose answer was lost is uncertain and is not sent again; what may
 * be repeated safely (a change of a message that stands, opening a conversation) is tried again until it is `attempts`
 * enough. Slack's asking to wait, a wrong token and a network that is away are no fault of the row: it waits as long as
 * it takes.
 */
export function endingOf(
  error: unknown,
  { attempts, repeatable }: { attempts: number; repeatable: boolean },
): Ending {
  const { code, data, retryAfter, original, message } = (error ?? {}) as ClientError;
  const wait = (seconds: number, reason: string): Ending => ({ is: "later", seconds, reason, counts: false });
  const again = (reason: string): Ending =>
    attempts < MOST_ATTEMPTS
      ? { is: "later", seconds: Math.min(2 ** attempts, LONGEST_PAUSE), reason, counts: true }
      : { is: "failed", reason };
  if (code === "slack_webapi_rate_limited_error") return wait(Math.max(retryAfter ?? 1, 1), "ratelimited");
  const said = data?.error;
  if (code === "slack_webapi_platform_error" && said) {
    if (TOKEN.has(said)) return wait(TOKEN_PAUSE, said);
    if (!UNCLEAR.has(said)) return { is: "failed", reason: said };
  }
  const network = original?.code ?? original?.cause?.code;
  if (network && NEVER_LEFT.has(network)) return wait(AWAY_PAUSE, network);
  const reason = said ?? network ?? code ?? message ?? "unknown";
  return repeatable ? again(reason) : { is: "uncertain", reason };
}
