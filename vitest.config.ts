import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: ["**/*.test.{ts,tsx}"],
    exclude: ["node_modules/**", ".next*/**", ".data/**", "e2e/**"],
    environment: "node",
    globalSetup: "db/testing/global-setup.ts",
    pool: "forks",
    // Modules are loaded once per worker, which halves the processor's time: what one remembers of a database it
    // keeps per database, and the clock and the environment are put back after each file.
    isolate: false,
    setupFiles: "db/testing/put-back.ts",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 10_000 } },
    env: { TZ: "UTC", AUTH_SECRET: "a-secret-that-only-the-tests-ever-see" },
  },
});
