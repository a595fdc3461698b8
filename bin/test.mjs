import "./lib/node-version.mjs";
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./lib/browser.mjs";
import { ensureBuilt } from "./lib/build.mjs";
import { exitOf, forwardSignals, runLogged } from "./lib/commands.mjs";
import { Failure, runMain } from "./lib/failure.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { dataDir, projectDir } from "./lib/project.mjs";
import { say, seconds, step } from "./lib/steps.mjs";
import { readPlaywright, readVitest } from "./lib/test-counts.mjs";

/** One row after the other; those of a row together, as each keeps one core busy. */
const STEPS = [
  [
    ["types", "Types", checkTypes],
    ["lint", "Lint and arrows", checkLint],
  ],
  [["unit", "Unit and database tests", runUnitTests]],
  [["build", "Production build", checkBuild]],
  [["e2e", "Browser stories", runStories]],
  [["trust", "Trust: leaks, guards, two processes, kill -9", runTrust]],
];

const modules = join(projectDir, "node_modules");
const reports = join(dataDir(), "test/reports");

await runMain(async () => {
  process.chdir(projectDir);
  const wanted = chooseSteps();
  await ensureInstalled({ withTools: true });
  const results = [];
  for (const row of STEPS) {
    const steps = row.filter(([name]) => wanted.includes(name));
    results.push(...(await Promise.all(steps.map(([, title, run]) => runStep(title, run)))).flat());
  }
  return summarise(results);
});

function chooseSteps() {
  const names = STEPS.flat().map(([name]) => name);
  const wanted = (process.env.KUNDIG_TEST_ONLY || names.join()).split(",").map((name) => name.trim());
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Failure(`KUNDIG_TEST_ONLY knows ${names.join(", ")}, not "${unknown}".`);
  return wanted;
}

async function runStep(title, run) {
  const started = Date.now();
  say(`\n=== ${title} ===`);
  let results;
  try {
    results = (await run()) ?? [{ name: title, state: "passed" }];
  } catch (error) {
    say(error instanceof Failure ? error.message : (error.stack ?? String(error)));
    results = [{ name: title, state: "failed" }];
  }
  say(`--- ${title}: ${countLine(results)} in ${seconds(started)}`);
  return results;
}

async function checkTypes() {
  await run("next typegen", "next/dist/bin/next", ["typegen"]);
  await run("tsc", "typescript/bin/tsc", ["--noEmit"]);
}

function checkLint() {
  return run("eslint", "eslint/bin/eslint.js", [".", "--max-warnings", "0"]);
}

async function runUnitTests() {
  const report = join(reports, "unit.json");
  rmSync(report, { force: true });
  const code = await stream("vitest/vitest.mjs", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  return withExitCode(readVitest(report), code, "vitest");
}

async function checkBuild() {
  await ensureBuilt();
}

function runStories() {
  return runPlaywright("e2e", "playwright.config.ts");
}

function runTrust() {
  return runPlaywright("trust", "playwright.trust.config.ts");
}

async function runPlaywright(name, config) {
  await ensureBuilt();
  const browser = await step("Finding a browser", findBrowserTold);
  const report = join(reports, `${name}.json`);
  rmSync(report, { force: true });
  const env = { KUNDIG_BROWSER: browser.path, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const code = await stream("@playwright/test/cli.js", ["test", "--config", config, "--reporter=list,json"], env);
  return withExitCode(readPlaywright(report), code, "playwright");
}

async function findBrowserTold(note) {
  const path = await findBrowser(note);
  return { path, title: `Browser: ${path}` };
}

/** A runner that fails although every case passed (a set-up, an unhandled error) has found something too. */
function withExitCode(results, code, runner) {
  if (code === 0 || results.some(({ state }) => state === "failed")) return results;
  return [...results, { name: `${runner} ended with exit code ${code}`, state: "failed" }];
}

function run(what, script, args) {
  const logPath = join(dataDir(), `logs/${what.replace(" ", "-")}.log`);
  return runLogged(process.execPath, [join(modules, script), ...args], { logPath, env: environment(), what });
}

async function stream(script, args, more) {
  const child = spawn(process.execPath, [join(modules, script), ...args], {
    env: { ...environment(), ...more },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const stop = forwardSignals(child);
  const code = await exitOf(child);
  stop();
  if (code === 130 || code === 143) throw new Failure("The run was interrupted.");
  return code;
}

/** What happens to be set in this shell must not decide whether the tests pass. */
function environment() {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  for (const name of [
    "DATABASE_URL",
    "AUTH_SECRET",
    "PORT",
    "HOST",
    "PUBLIC_URL",
    "NODE_ENV",
    "KUNDIG_SAMPLE",
    "KUNDIG_ROLE",
    "SMTP_URL",
  ])
    delete env[name];
  return env;
}

function summarise(results) {
  const named = (state) => results.filter((result) => result.state === state).map(({ name }) => name);
  say("");
  for (const name of named("skipped")) say(`skipped: ${name}`);
  for (const name of named("failed")) say(`FAILED: ${name}`);
  say(countLine(results));
  return named("failed").length > 0 || results.length === 0 ? 1 : 0;
}

function countLine(results) {
  const count = (state) => results.filter((result) => result.state === state).length;
  return `${count("passed")} passed, ${count("failed")} failed${count("skipped") ? `, ${count("skipped")} skipped` : ""}`;
}
