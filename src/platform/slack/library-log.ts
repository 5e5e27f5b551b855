import { type Logger, LogLevel } from "@slack/bolt";
import { describeError, type Log } from "../log.ts";

/**
 * What Slack's libraries say, in our log. Their debug lines print whole payloads, with the words people typed, and
 * asking for the level is how they decide to build them: so debug is dropped here whatever our own level is.
 */
export function libraryLog(log: Log): Logger {
  const said = (parts: unknown[]) =>
    parts.map((part) => (part instanceof Error ? sentence(part) : String(part))).join(" ");
  return {
    debug: () => undefined,
    info: (...parts: unknown[]) => log.debug(said(parts)),
    warn: (...parts: unknown[]) => log.warn(said(parts)),
    error: (...parts: unknown[]) => log.error(said(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}

const sentence = (error: Error) => String(describeError(error)["message"]);
