import { describe, expect, test } from "vitest";
import { places, programSources, withoutComments } from "./sources.ts";

/** What the cruiser cannot see, because it is no import. */
interface Ban {
  promise: string;
  pattern: RegExp;
  where: RegExp;
  /** Files that may, each for its reason. */
  except?: Record<string, string>;
  /** What it must catch. */
  caught: string[];
}

const RULES =
  /^src\/(?!platform\/)[^/]+\/(?!.*\.(?:table|store|actions|listeners|jobs)\.ts$)(?!index\.ts$).+\.ts$|^src\/platform\/civil/;
const SLICES = /^src\/(?!platform\/)[^/]+\/.+\.ts$/;
const READS_A_CLOCK = /\bDate\s*\.\s*now\b|\bnew\s+Date\s*\(\s*\)|\bDate\s*\(\s*\)|\bTemporal\s*\.\s*Now\b/g;

const bans: Ban[] = [
  {
    promise: "only config.ts reads the environment",
    pattern:
      /\bprocess\s*(?:\?\.|\.|\[\s*["'`])\s*env\b|\bimport\s*\.\s*meta\s*\.\s*env\b|\{[^{}]*\benv\b[^{}]*\}\s*=\s*process\b/g,
    where: /^src\//,
    except: { "src/config.ts": "the reader" },
    caught: ["process.env.HOME", 'process.env["HOME"]', 'process["env"]', "const { env } = process;"],
  },
  {
    promise: "rules, texts, views and plans are handed the time",
    pattern: READS_A_CLOCK,
    where: RULES,
    caught: ["Date.now()", "new Date()", "Date()", "Temporal.Now.instant()", "Date\n  .now()"],
  },
  {
    promise: "a slice asks the house's clock, never the machine's",
    pattern: READS_A_CLOCK,
    where: SLICES,
    caught: ["Date.now()"],
  },
  {
    promise: "a slice's statements are handed the time, so that a clock that is set sets them too",
    pattern: /\b(?:now|clock_timestamp|statement_timestamp)\s*\(\s*\)|\bcurrent_(?:date|time|timestamp)\b/gi,
    where: /^src\/(?!platform\/)[^/]+\/.+\.store\.ts$/,
    caught: ["where met_on < current_date", "set changed_at = now()"],
  },
  {
    promise: "rules leave nothing to chance",
    pattern: /\bMath\s*\.\s*random\b|\brandomUUID\b|\bgetRandomValues\b/g,
    where: RULES,
    caught: ["Math.random()", "crypto.randomUUID()"],
  },
  {
    promise: "one way out: only the sender posts, changes and deletes messages",
    pattern:
      /\b(?:postMessage|postEphemeral|scheduleMessage|meMessage|unfurl|uploadV2|filesUploadV2)\b|\bchat\s*\.\s*(?:update|delete\w*|\w*Stream)\b|\.\s*apiCall\b/g,
    where: /^src\//,
    except: {
      "src/platform/outbox/sender.ts": "the sender",
      "src/platform/slack/tell.ts":
        "an ephemeral word to a person while the database, and so the outbox, is away",
    },
    caught: ["client.chat.postMessage({})", "chat.update({})", "client.apiCall(method)", "chat\n.delete()"],
  },
  {
    promise: "slices and platform speak through the log, the process alone on the console",
    pattern: /\bconsole\s*\.|\bprocess\s*\.\s*std(?:out|err)\b/g,
    where: /^src\/[^/]+\//,
    except: { "src/platform/log.ts": "the log itself" },
    caught: ['console.log("x")', 'process.stdout.write("x")'],
  },
  {
    promise: "only stores and platform/db speak SQL",
    pattern: /\bsql\s*(?:<[^`]*>)?`|\.\s*db\s*\.\s*(?:select|insert|update|delete|execute|transaction)\b/g,
    where: /^src\/(?!platform\/db\/)(?!.*\.(?:store|table)\.ts$)/,
    caught: ["sql`select 1`", "sql<number>`1`", "scope.db.select()", "tx.db\n  .execute(q)"],
  },
];

const sources = await programSources();

test("the program is there to be read", () => {
  expect(sources.length).toBeGreaterThan(80);
});

describe.each(bans)("$promise", ({ pattern, where, except = {}, caught }) => {
  test("everywhere", () => {
    const looked = sources.filter(({ path }) => where.test(path) && !(path in except));
    expect(looked.length).toBeGreaterThan(5);
    expect(looked.flatMap((source) => places(source, pattern))).toEqual([]);
  });

  test.each(caught)("and %j would be seen", (code) => {
    expect(places({ path: "src/visits/x.ts", code }, pattern)).toHaveLength(1);
  });
});

test("an exception that is no longer used is taken back", () => {
  const idle = bans.flatMap(({ pattern, except = {} }) =>
    Object.keys(except).filter((path) => {
      const source = sources.find((each) => each.path === path);
      return source !== undefined && places(source, pattern).length === 0;
    }),
  );
  expect(idle).toEqual([]);
});

test("rules are what is left when tables, stores, actions, listeners, jobs and front doors are taken away", () => {
  const rule = [
    "src/visits/visit.ts",
    "src/visits/visit.text.zh.ts",
    "src/visits/reader/index.ts",
    "src/platform/civil.ts",
  ];
  const none = ["src/visits/visit.store.ts", "src/visits/index.ts", "src/platform/log.ts", "src/app.ts"];
  expect(rule.filter((path) => RULES.test(path))).toEqual(rule);
  expect(none.filter((path) => RULES.test(path))).toEqual([]);
});

test("a comment may name what the code may not do, and an address is no comment", () => {
  const text = "/** Date.now() */\n  // Date.now()\nconst url = 'http://x'; Date.now(); // Date.now()\n";
  expect(places({ path: "a.ts", code: withoutComments(text) }, READS_A_CLOCK)).toEqual(["a.ts:3"]);
});
