import { defineConfig } from "@playwright/test";
import { findBrowser } from "./bin/lib/browser.mjs";

const environment = process.env;
environment.KUNDIG_BROWSER ??= await findBrowser();
const browser = environment.KUNDIG_BROWSER;

/** What must hold whatever anybody does: one file at a time, each on processes and a database of its own. */
export default defineConfig({
  testDir: "e2e/trust",
  outputDir: "test-results/trust",
  workers: 1,
  fullyParallel: false,
  timeout: 180_000,
  forbidOnly: Boolean(environment.CI),
  reporter: [["list"]],
  use: {
    timezoneId: "Europe/Berlin",
    locale: "en-GB",
    launchOptions: { executablePath: browser === "playwright" ? undefined : browser, args: ["--no-sandbox"] },
  },
});
