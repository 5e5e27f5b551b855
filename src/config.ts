import { z } from "zod";

const present = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);
const port = (fallback: number) =>
  present.transform((value, report) => {
    const number = value === undefined ? fallback : Number(value);
    if (Number.isInteger(number) && number >= 0 && number <= 65535) return number;
    report.addIssue({ code: "custom", message: "should be a port number, 0 to 65535" });
    return z.NEVER;
  });
const startsWith = (prefix: string) =>
  present.refine((value) => !value || value.startsWith(prefix), `should start with ${prefix}`);

const environment = z
  .object({
    SLACK_BOT_TOKEN: startsWith("xoxb-"),
    SLACK_APP_TOKEN: startsWith("xapp-"),
    SLACK_API_URL: present.pipe(
      z.url({ protocol: /^https?$/, error: "should be an http address" }).optional(),
    ),
    DATABASE_URL: present.pipe(
      z
        .url({
          protocol: /^postgres(ql)?$/,
          error: "should look like postgres://user:password@host:5432/name",
        })
        .optional(),
    ),
    RAPPORT_DATA: present.transform((value) => value ?? ".rapport"),
    RAPPORT_ADMIN: present,
    PORT: port(3001),
    SANDBOX_PORT: port(3000),
    LOG_LEVEL: present.pipe(z.enum(["debug", "info", "warn", "error", "silent"]).default("info")),
  })
  .superRefine((env, report) => {
    const missing = (name: string, other: string) =>
      report.addIssue({
        code: "custom",
        path: [name],
        message: `is missing: ${other} is set, and Socket Mode needs both`,
      });
    if (env.SLACK_APP_TOKEN && !env.SLACK_BOT_TOKEN) missing("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN");
    if (env.SLACK_BOT_TOKEN && !env.SLACK_APP_TOKEN) missing("SLACK_APP_TOKEN", "SLACK_BOT_TOKEN");
    if (env.SLACK_API_URL && !env.SLACK_BOT_TOKEN && !env.SLACK_APP_TOKEN)
      report.addIssue({
        code: "custom",
        path: ["SLACK_API_URL"],
        message:
          "is set without SLACK_BOT_TOKEN and SLACK_APP_TOKEN; leave it out to start the local workspace",
      });
  });

export interface Config {
  /** Undefined starts the local workspace. */
  slack: { botToken: string; appToken: string; apiUrl: string | undefined } | undefined;
  databaseUrl: string | undefined;
  dataFolder: string;
  /** An e-mail or a Slack id: the first administrator. */
  admin: string | undefined;
  port: number;
  sandboxPort: number;
  logLevel: "debug" | "info" | "warn" | "error" | "silent";
}

/** Every problem of the configuration at once; values are never repeated, they may be secrets. */
export class ConfigProblem extends Error {
  override name = "ConfigProblem";
}

/**
 * The only reader of the environment.
 * @throws ConfigProblem naming every variable that is wrong.
 */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const read = environment.safeParse(env);
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
    throw new ConfigProblem(`Rapport can't start with this configuration:\n${lines.join("\n")}`);
  }
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, ...rest } = read.data;
  return {
    slack: botToken && appToken ? { botToken, appToken, apiUrl: rest.SLACK_API_URL } : undefined,
    databaseUrl: rest.DATABASE_URL,
    dataFolder: rest.RAPPORT_DATA,
    admin: rest.RAPPORT_ADMIN,
    port: rest.PORT,
    sandboxPort: rest.SANDBOX_PORT,
    logLevel: rest.LOG_LEVEL,
  };
}
