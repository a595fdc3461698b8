import { defineConfig } from "@playwright/test";
import { findBrowser } from "./bin/lib/browser.mjs";
import { findFreePort } from "./bin/lib/ports.mjs";

// Playwright reads this file again in every worker: what was chosen once is handed on in the environment.
const environment = process.env;
environment.KUNDIG_BROWSER ??= await findBrowser();
environment.KUNDIG_E2E_PORT ??= String(await findFreePort());

const browser = environment.KUNDIG_BROWSER;
const phone = /phone\.spec\.ts$/;

export default defineConfig({
  testDir: "e2e",
  // Judged by playwright.trust.config.ts, on sites of their own.
  testIgnore: "trust/**",
  outputDir: "test-results",
  globalSetup: "./e2e/global-setup.ts",
  workers: 2,
  fullyParallel: false,
  // No story takes that long; on a machine that is busy with other things each may take many times as long. What hangs is found by the steps.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(environment.CI),
  reporter: [["list"]],
  use: {
    actionTimeout: 60_000,
    baseURL: `http://127.0.0.1:${environment.KUNDIG_E2E_PORT}`,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    timezoneId: "Europe/Berlin",
    locale: "en-GB",
    // Colours and places are judged at rest.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      executablePath: browser === "playwright" ? undefined : browser,
      // The only pages it ever opens are ours, and neither root nor most containers can have the sandbox.
      args: ["--no-sandbox"],
    },
  },
  projects: [
    { name: "desktop", testIgnore: [phone, "trust/**"], use: { viewport: { width: 1280, height: 900 } } },
    {
      name: "phone",
      testMatch: phone,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    },
  ],
});
