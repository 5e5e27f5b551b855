import { join } from "node:path";
import { compose } from "./app.ts";
import { type Config, readConfig } from "./config.ts";
import { serveHealth } from "./health.ts";
import { type Day, dayOf } from "./platform/civil.ts";
import { type Clock, realClock, settableClock } from "./platform/clock.ts";
import { migrate } from "./platform/db/migrate.ts";
import { openDatabase } from "./platform/db/open.ts";
import { type Scope, scopeOf } from "./platform/db/scope.ts";
import { createLog } from "./platform/log.ts";
import { connectSlack } from "./platform/slack/connect.ts";
import { importDemo } from "./setup/index.ts";
import { appointAdministrator, hasWorkspaces, openWorkspace } from "./team/index.ts";

/** What has been opened, closed in the opposite order. */
type Closing = (() => Promise<unknown>)[];

async function start(config: Config, closing: Closing): Promise<void> {
  const log = createLog(config.logLevel);
  const say = (sentence: string) => console.log(sentence);
  const local = config.slack ? undefined : await openLocalSlack(config, closing);
  const tokens = config.slack ?? local?.tokens;
  const clock: Clock = local?.clock ?? realClock;
  if (!tokens) return;

  const database = await openDatabase({
    url: config.databaseUrl,
    dataFolder: config.dataFolder,
    say,
    applicationName: "rapport",
  });
  closing.push(() => database.close());
  await migrate(database.url);

  const { botToken, appToken, apiUrl } = tokens;
  const slack = await connectSlack({ botToken, appToken, ...(apiUrl ? { apiUrl } : {}), log });
  const { teamId, teamName } = slack.identity;
  const scope = scopeOf(database.db, teamId);
  await welcome(scope, teamName, local ? dayOf(clock.now(), "UTC") : undefined);
  if (config.admin) await appointAdministrator(scope, config.admin);

  const { sender } = compose({ slack, db: database.db, clock, log, config });
  const health = await serveHealth(config.port, {
    database: database.alive,
    slack: slack.connected,
  });
  closing.push(
    () => health.close(),
    () => Promise.all([slack.stop(), sender.stop()]),
  );
  await slack.start();
  sender.start();
  say(
    local
      ? `\nRapport is ready. Open ${local.url} and type /visit.\nStop with Ctrl+C; what you saved stays in ${config.dataFolder}.`
      : `Rapport is ready in ${teamName}. Type /visit in Slack.`,
  );
}

/** A workspace's first start. The demo comes into an empty database only, with the workspace or not at all. */
async function welcome(scope: Scope, teamName: string, demoUntil: Day | undefined): Promise<void> {
  const first = !(await hasWorkspaces(scope.db));
  await scope.together(async (tx) => {
    await openWorkspace(tx, teamName);
    if (first && demoUntil) await importDemo({ scope: tx, folder: "demo", today: demoUntil });
  });
}

/** The local workspace, loaded only when there are no tokens: in production none of it is in memory. */
async function openLocalSlack(config: Config, closing: Closing) {
  const [sandbox, { bundlePage }] = await Promise.all([
    import("./sandbox/index.ts"),
    import("./sandbox/page/bundle.ts"),
  ]);
  const clock = settableClock();
  const slack = await sandbox.startSandbox({
    workspace: await sandbox.readWorkspaceFile("demo/workspace.json"),
    manifest: await sandbox.readManifestFile("manifest.yml"),
    clock,
    port: config.sandboxPort,
    dataDir: join(config.dataFolder, "sandbox"),
    page: bundlePage,
  });
  closing.push(() => slack.stop());
  const { botToken, appToken, apiUrl } = slack;
  return { clock, url: slack.url, tokens: { botToken, appToken, apiUrl } };
}

async function closeAll(closing: Closing): Promise<void> {
  for (const close of closing.splice(0).reverse())
    await close().catch((error: unknown) => faults.error({ err: error }, "Something did not close cleanly."));
}

/** By name: the local workspace, which has its own, is loaded only when it is used. */
const KNOWN = new Set(["ConfigProblem", "DatabaseTrouble", "SlackRefused", "PortTaken"]);

/** What a person can act on is a sentence; anything else goes through the log, which keeps people's words out. */
function explain(error: unknown): void {
  if (error instanceof Error && KNOWN.has(error.name)) console.error(error.message);
  else faults.error({ err: error }, "Rapport could not start.");
}

/** For faults outside every handler. Node's own words for them would quote a failed query, and so what people typed. */
const faults = createLog("error");
process.on("unhandledRejection", (error) => faults.error({ err: error }, "A rejection nobody handled."));
process.on("uncaughtException", (error) => {
  faults.fatal({ err: error }, "An exception nobody caught.");
  process.exit(1);
});

const closing: Closing = [];
let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    await closeAll(closing);
    process.exit(0);
  });

try {
  await start(readConfig(), closing);
} catch (error) {
  explain(error);
  await closeAll(closing);
  process.exit(1);
}
