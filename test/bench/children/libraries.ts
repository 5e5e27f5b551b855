import { App, SocketModeReceiver } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import { sql } from "drizzle-orm";
import { pgTable, text } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/postgres-js";
import { pino } from "pino";
import postgres from "postgres";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";

/** The floor of memory: the libraries Rapport holds when idle, connected to the same Slack and database, and nothing else. */

const env = z
  .object({
    SLACK_BOT_TOKEN: z.string(),
    SLACK_APP_TOKEN: z.string(),
    SLACK_API_URL: z.string(),
    DATABASE_URL: z.string(),
  })
  .parse(process.env);
const clientOptions = { slackApiUrl: env.SLACK_API_URL };
const log = pino({ base: null });
const pool = postgres(env.DATABASE_URL, { max: 10 });
await drizzle(pool)
  .select({ now: sql`now()` })
  .from(pgTable("workspaces", { id: text() }))
  .limit(1);
const client = new WebClient(env.SLACK_BOT_TOKEN, clientOptions);
await client.auth.test();
const app = new App({
  token: env.SLACK_BOT_TOKEN,
  clientOptions,
  receiver: new SocketModeReceiver({
    appToken: env.SLACK_APP_TOKEN,
    installerOptions: { clientOptions },
  }),
});
await app.start();
process.on("SIGTERM", () => process.exit(0));
log.info({ at: Temporal.Now.instant().toString() }, "The libraries are ready.");
