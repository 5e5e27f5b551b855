import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/{stories,contracts,faults}/**/*.test.ts"],
    globalSetup: ["test/harness/postgres.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
