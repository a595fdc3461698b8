import { defineConfig } from "@playwright/test";
import { findBrowser } from "./bin/lib/browser.mjs";

const environment = process.env;
environment.KUNDIG_BROWSER ??= await findBrowser();
const browser = environment.KUNDIG_BROWSER;

/** Walks over all pages take nobody's time: two at once. What counts seconds or pulls plugs has the machine to itself. */
const walks = /(canary|csp|ways-in)\.spec\.ts$/;

/** What must hold whatever anybody does: each file on processes and a database of its own. */
export default defineConfig({
  testDir: "e2e/trust",
  outputDir: "test-results/trust",
  workers: 2,
  fullyParallel: false,
  timeout: 180_000,
  forbidOnly: Boolean(environment.CI),
  reporter: [["list"]],
  projects: [
    { name: "walks", testMatch: walks },
    { name: "alone", testIgnore: walks, workers: 1, dependencies: ["walks"] },
  ],
  use: {
    timezoneId: "Europe/Berlin",
    locale: "en-GB",
    launchOptions: { executablePath: browser === "playwright" ? undefined : browser, args: ["--no-sandbox"] },
  },
});
