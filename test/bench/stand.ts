import { z } from "zod";
import { type Child, startChild } from "./child.ts";

/** A local Slack with one app connected, each a process of its own. */
export interface Stand {
  /** The control interface's address. */
  url: string;
  slack: Child;
  app: Child;
  stop(): Promise<void>;
}

const opened = z.object({ url: z.string(), apiUrl: z.string(), botToken: z.string(), appToken: z.string() });

/** A local Slack, and what an app needs to connect to it. */
export async function startSlack(): Promise<{ slack: Child; url: string; env: Record<string, string> }> {
  const slack = await startChild("test/bench/children/slack.ts", { ready: /\}\n/ });
  const { url, apiUrl, botToken, appToken } = opened.parse(JSON.parse(slack.said));
  const env = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl };
  return { slack, url, env };
}

/** Rapport as it runs in production, but for the address of Slack. */
export const rapportIn = (env: Record<string, string>, databaseUrl: string, flags: string[] = []) =>
  startChild("src/main.ts", {
    env: { ...env, DATABASE_URL: databaseUrl, PORT: "0" },
    ready: /Rapport is ready/,
    flags,
  });

export const rapportStand = (databaseUrl: string) => standWith((env) => rapportIn(env, databaseUrl));

/** The bare Bolt app that only acks or, with `opens`, also opens a form. */
export const bareStand = ({ opens }: { opens: boolean }) =>
  standWith((env) =>
    startChild("test/bench/children/bare.ts", {
      env: { ...env, BARE_OPENS: opens ? "yes" : "no" },
      ready: /ready/,
    }),
  );

async function standWith(start: (env: Record<string, string>) => Promise<Child>): Promise<Stand> {
  const { slack, url, env } = await startSlack();
  const app = await start(env);
  return {
    ...{ url, slack, app },
    async stop() {
      await app.stop();
      await slack.stop();
    },
  };
}
