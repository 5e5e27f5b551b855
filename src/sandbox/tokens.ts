import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newSecret } from "./ids.ts";
import { asObject, asText, parseJson } from "./json.ts";

export interface Tokens {
  bot: string;
  app: string;
  signingSecret: string;
}

/** New ones each time, unless a data directory keeps them: an app started before a restart goes on with its own. */
export function tokensFor(dataDir: string | undefined): Tokens {
  if (dataDir === undefined) return newTokens();
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, "tokens.json");
  const kept = existsSync(path) ? asObject(parseJson(readFileSync(path, "utf8"))) : {};
  const bot = asText(kept["bot"]);
  const app = asText(kept["app"]);
  const signingSecret = asText(kept["signingSecret"]);
  if (bot && app && signingSecret) return { bot, app, signingSecret };
  const fresh = newTokens();
  writeFileSync(path, JSON.stringify(fresh), { mode: 0o600 });
  return fresh;
}

const newTokens = (): Tokens => ({
  bot: `xoxb-local-${newSecret()}`,
  app: `xapp-local-${newSecret()}`,
  signingSecret: newSecret(),
});
