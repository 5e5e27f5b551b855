import { ErrorCode, type WebClient } from "@slack/web-api";
import type { Log } from "../log.ts";
import { backOff, pause } from "./backoff.ts";

export interface Identity {
  teamId: string;
  teamName: string;
  botId: string;
  botUserId: string;
  /** The workspace's address, `https://acme.slack.com/`. */
  url: string;
}

/** Slack knows us and says no: trying again is pointless until a person acts on the sentence. */
export class SlackRefused extends Error {
  override name = "SlackRefused";
}

/**
 * Asks Slack who we are, until it answers. Bolt would ask once, and with Slack down at that moment every later event
 * would fail; or, unverified, ask again for each event.
 */
export async function askIdentity(client: WebClient, log: Log, signal?: AbortSignal): Promise<Identity> {
  for (let attempt = 1; ; attempt++) {
    try {
      const me = await client.auth.test();
      if (!me.team_id || !me.user_id || !me.bot_id) {
        throw new SlackRefused(
          "SLACK_BOT_TOKEN is not a bot token: it must start with xoxb-. Copy the Bot User OAuth Token from OAuth & Permissions.",
        );
      }
      const { team_id: teamId, user_id: botUserId, bot_id: botId } = me;
      return { teamId, botUserId, botId, teamName: me.team ?? "", url: me.url ?? "" };
    } catch (error) {
      const no = refusal(error, "SLACK_BOT_TOKEN");
      if (no) throw no;
      const ms = waitFor(error, attempt);
      log.warn(
        { err: error, attempt },
        `Slack can't be reached yet. Trying again in ${Math.ceil(ms / 1000)} s.`,
      );
      await pause(ms, signal);
      signal?.throwIfAborted();
    }
  }
}

/** How long to wait after a failed call: what Slack asks for, else our own back-off. */
export function waitFor(error: unknown, attempt: number): number {
  if (codeOf(error) !== ErrorCode.RateLimitedError) return backOff(attempt);
  const { retryAfter } = error as { retryAfter?: unknown };
  return typeof retryAfter === "number" ? retryAfter * 1000 : backOff(attempt);
}

/** The sentence behind an answer that no repetition changes; `undefined` when trying again may help. */
export function refusal(
  error: unknown,
  variable: "SLACK_BOT_TOKEN" | "SLACK_APP_TOKEN",
): SlackRefused | undefined {
  if (error instanceof SlackRefused) return error;
  if (codeOf(error) !== ErrorCode.PlatformError) return undefined;
  const said = (error as { data?: { error?: unknown } }).data?.error;
  const sentence = typeof said === "string" ? sentences(variable)[said] : undefined;
  return sentence === undefined
    ? undefined
    : new SlackRefused(`${sentence} (Slack says ${said}.)`, { cause: error });
}

function sentences(variable: string): Record<string, string> {
  const page = variable === "SLACK_BOT_TOKEN" ? "OAuth & Permissions" : "Basic Information, App-Level Tokens";
  const copyAgain = `Slack doesn't accept ${variable}. Copy it again from the app's page, ${page}.`;
  return {
    invalid_auth: copyAgain,
    not_authed: copyAgain,
    token_expired: copyAgain,
    token_revoked: `${variable} was revoked. Install the app in the workspace again and copy the new token from ${page}.`,
    account_inactive: `The bot behind ${variable} was removed. Install the app in the workspace again and copy the new token from ${page}.`,
    org_login_required: "The workspace is moving to an organisation. Try again when the move is done.",
    not_allowed_token_type: `${variable} holds a token of the wrong kind. Bot tokens start with xoxb-, app-level tokens with xapp-.`,
    missing_scope:
      variable === "SLACK_APP_TOKEN"
        ? "The app-level token lacks the scope connections:write. Make a new one with it."
        : "The bot token lacks a scope that manifest.yml asks for. Install the app again from the manifest.",
    socket_mode_not_enabled: "Socket Mode is off. Turn it on in the app's page, Socket Mode.",
  };
}

const codeOf = (error: unknown) => (error instanceof Error ? (error as { code?: unknown }).code : undefined);
