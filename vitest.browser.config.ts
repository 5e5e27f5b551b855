import { defineConfig } from "vitest/config";

/** The stories in a real Chromium. `CHROMIUM` names another one than Debian's. */
export default defineConfig({
  test: {
    include: ["test/browser/**/*.test.ts"],
    globalSetup: ["test/harness/postgres.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
