import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { WebClient } from "@slack/web-api";
import { type Config, ConfigProblem, readConfig } from "./config.ts";
import { dayOf } from "./platform/civil.ts";
import { realClock } from "./platform/clock.ts";
import { migrate } from "./platform/db/migrate.ts";
import { openDatabase } from "./platform/db/open.ts";
import { scopeOf } from "./platform/db/scope.ts";
import { DatabaseTrouble } from "./platform/db/trouble.ts";
import { createLog } from "./platform/log.ts";
import { askIdentity, SlackRefused } from "./platform/slack/identity.ts";
import { exitCodeOf, importFile, KINDS, type Kind, type Options, renderReport } from "./setup/index.ts";
import { openWorkspace } from "./team/index.ts";

const USAGE = `Usage: npm run import -- ${KINDS.join("|")} file.csv [--dry-run] [--create-accounts] [--dates dmy|mdy]

  --dry-run          says what the import would do, and does nothing
  --create-accounts  makes accounts that the file names and nobody knows
  --dates dmy|mdy    how 3/4/2026 is meant: 3 April or 4 March`;

/** How the command line was wrong. */
class Misused extends Error {}

/** @returns the process's exit code: 0 all landed, 1 something was refused. */
async function importCommand(words: string[], config: Config): Promise<number> {
  const { kind, file, options } = readWords(words);
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Misused(
      `${file} can't be read: ${error.code === "ENOENT" ? "there is no such file" : error.message}.`,
    );
  });
  const team = await targetTeam(config);
  const say = (sentence: string) => console.error(sentence);
  const { databaseUrl: url, dataFolder } = config;
  const database = await openDatabase({ url, dataFolder, say, applicationName: "rapport import" });
  try {
    await migrate(database.url);
    const scope = scopeOf(database.db, team.id);
    await openWorkspace(scope, team.name);
    const report = await importFile({ scope, kind, bytes, options, today: dayOf(realClock.now(), "UTC") });
    console.log(renderReport(report, "en"));
    return exitCodeOf(report);
  } finally {
    await database.close();
  }
}

function readWords(words: string[]): { kind: Kind; file: string; options: Options } {
  const { values, positionals } = parse(words);
  const [kind, file, ...rest] = positionals;
  if (!isKind(kind) || file === undefined || rest.length > 0) throw new Misused(USAGE);
  const { dates } = values;
  if (dates !== undefined && dates !== "dmy" && dates !== "mdy")
    throw new Misused(`--dates is dmy or mdy.\n\n${USAGE}`);
  const options = { dryRun: values["dry-run"], createAccounts: values["create-accounts"] };
  return { kind, file, options: dates ? { ...options, dates } : options };
}

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        "dry-run": { type: "boolean", default: false },
        "create-accounts": { type: "boolean", default: false },
        dates: { type: "string" },
      },
    });
  } catch (error) {
    throw new Misused(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

const isKind = (word: string | undefined): word is Kind => KINDS.some((kind) => kind === word);

/** The workspace of the configured tokens, else the local one. */
async function targetTeam({ slack, logLevel }: Config): Promise<{ id: string; name: string }> {
  if (!slack) {
    const { team } = JSON.parse(await readFile("demo/workspace.json", "utf8")) as {
      team: { id: string; name: string };
    };
    return team;
  }
  const client = new WebClient(slack.botToken, {
    ...(slack.apiUrl ? { slackApiUrl: slack.apiUrl } : {}),
    retryConfig: { retries: 0 },
  });
  const { teamId, teamName } = await askIdentity(client, createLog(logLevel));
  return { id: teamId, name: teamName };
}

const known = [Misused, ConfigProblem, DatabaseTrouble, SlackRefused];

try {
  const [command, ...words] = process.argv.slice(2);
  if (command !== "import") throw new Misused(USAGE);
  process.exitCode = await importCommand(words, readConfig());
} catch (error) {
  const expected = known.some((kind) => error instanceof kind);
  if (expected) console.error((error as Error).message);
  // The log keeps people's words out; a raw error of the database quotes them.
  else createLog("error").error({ err: error }, "The import failed; nothing of it was kept.");
  process.exitCode = error instanceof Misused ? 2 : 1;
}
