/** Each rule of the house, and imports that break it: file → what it imports. */
export const broken: Record<string, Record<string, string>> = {
  "no-cycles": {
    "src/team/here.ts": 'import type { there } from "./there.ts";\nexport const here = 1;',
    "src/team/there.ts": 'import { here } from "./here.ts";\nexport type there = typeof here;',
  },
  "everything-is-found": { "src/team/lost.ts": 'export * from "./nowhere.ts";' },
  "every-slice-has-its-place": { "src/rumours/rumour.ts": 'import "../platform/civil.ts";' },
  "no-tests-in-the-program": { "src/team/fixed.ts": 'import "../platform/slack/desk.fixture.ts";' },

  "rules-are-pure": {
    "src/visits/rule.ts": 'import type { Visit } from "./visit.store.ts";',
    "src/visits/shown.view.ts": 'import "./visit.actions.ts";',
    "src/visits/meant.plan.ts": 'import { z } from "../config.ts";',
    "src/visits/deep/rule.ts": 'import "pino";',
  },
  "rules-read-no-machine": { "src/visits/digest.ts": 'import { hash } from "node:crypto";' },
  "rules-use-pure-plumbing": { "src/visits/hour.ts": 'import type { Clock } from "../platform/clock.ts";' },
  "plumbing-stays-pure": {
    "src/platform/names.ts": 'import "./between.ts";',
    "src/platform/between.ts": 'import "./log.ts";',
  },
  "civil-is-pure": { "src/platform/civil-zones.ts": 'import "./clock.ts";' },

  "rules-know-no-words": { "src/visits/judged.ts": 'import "./visit.text.en.ts";' },
  "texts-are-below-views": { "src/visits/said.text.zh.ts": 'import "./visit.view.ts";' },
  "views-are-below-plans": { "src/visits/drawn.view.ts": 'import "./visit.plan.ts";' },
  "tables-hold-nothing-up": { "src/visits/kept.table.ts": 'import "./visit.text.en.ts";' },
  "stores-know-no-view": { "src/visits/told.store.ts": 'import "./visit.actions.ts";' },
  "only-the-top-registers": { "src/visits/index.ts": 'export * from "./visit.listeners.ts";' },
  "slices-know-no-root": { "src/visits/composed.listeners.ts": 'import "../config.ts";' },
  "nobody-imports-the-process": { "src/again.ts": 'import "./main.ts";' },

  "through-the-front-door": {
    "src/setup/window.ts": 'import "../visits/visit.ts";',
    "src/setup/cellar.ts": 'import "../visits/deep/index.ts";',
  },
  "not-out-by-ones-own-door": { "src/visits/round.ts": 'const door = await import("./index.ts");' },
  "root-by-the-front-door": { "src/schedule.ts": 'import "./visits/visit.ts";' },

  "only-stores-touch-tables": { "src/visits/peek.actions.ts": 'import "./visit.table.ts";' },
  "only-stores-speak-sql": { "src/visits/ask.listeners.ts": 'import type { SQL } from "drizzle-orm";' },
  "only-platform-knows-bolt": { "src/visits/own.listeners.ts": 'import type { App } from "@slack/bolt";' },
  "only-actions-look-up-in-slack": { "src/visits/call.listeners.ts": 'import "@slack/web-api";' },
  "only-config-reads-the-environment": { "src/health.ts": 'import { env } from "node:process";' },
  "platform-knows-no-one": { "src/platform/host.ts": 'import "../visits/index.ts";' },
  "sandbox-is-a-program-of-its-own": { "src/sandbox/guest.ts": 'import "../platform/log.ts";' },
  "nobody-knows-the-sandbox": { "src/platform/play.ts": 'import "../sandbox/index.ts";' },
  "sandbox-only-when-needed": { "src/main.ts": 'import { startSandbox } from "./sandbox/index.ts";' },
};

/** What the broken files lean on, and a small house in which everything is where it belongs. */
export const sound: Record<string, string> = {
  "src/config.ts": 'import { env } from "node:process";\nexport const z = env;',
  "src/main.ts": 'import "./app.ts";\nconst local = await import("./sandbox/index.ts");',
  "src/app.ts": 'import "./visits/visit.listeners.ts";\nimport type { z } from "./config.ts";',
  "src/platform/civil.ts": "export const day = 1;",
  "src/platform/clock.ts": "export interface Clock {}",
  "src/platform/log.ts": 'import "pino";',
  "src/platform/names.ts": 'import "./civil.ts";',
  "src/platform/slack/desk.fixture.ts": 'import "@slack/bolt";',
  "src/platform/db/open.ts": 'import "postgres";',
  "src/sandbox/index.ts": 'import "../platform/clock.ts";',
  "src/team/index.ts": 'export * from "./member.store.ts";',
  "src/team/member.store.ts": 'import "./member.table.ts";\nimport "drizzle-orm";',
  "src/team/member.table.ts": 'import "drizzle-orm";',
  "src/followups/followup.table.ts": 'import type {} from "../visits/visit.table.ts";',
  "src/visits/index.ts": 'export * from "./visit.actions.ts";\nexport * from "./visit.ts";',
  "src/visits/visit.ts": 'import "../platform/civil.ts";\nimport "../team/index.ts";',
  "src/visits/visit.text.en.ts": 'import type {} from "./visit.ts";',
  "src/visits/visit.view.ts": 'import "./visit.text.en.ts";\nimport "../platform/names.ts";',
  "src/visits/visit.plan.ts": 'import "./visit.view.ts";\nimport "./visit.text.en.ts";',
  "src/visits/visit.table.ts": 'import "./visit.ts";\nimport "drizzle-orm";',
  "src/visits/visit.store.ts": 'import "./visit.plan.ts";\nimport "./visit.table.ts";',
  "src/visits/visit.actions.ts": 'import "./visit.store.ts";\nimport type {} from "@slack/web-api";',
  "src/visits/visit.listeners.ts": 'import "./visit.actions.ts";',
  "src/visits/deep/index.ts": 'import "../visit.ts";',
};

/** Packages the examples import, empty. */
export const hollow = ["pino", "postgres", "drizzle-orm", "@slack/bolt", "@slack/web-api"];
