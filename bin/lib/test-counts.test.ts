import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readPlaywright, readVitest } from "./test-counts.mjs";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "kundig-counts-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("counts vitest's cases, and a file that can't be loaded as a failure", () => {
  const report = write({
    testResults: [
      {
        name: "a.test.ts",
        status: "passed",
        assertionResults: [
          { fullName: "works", status: "passed" },
          { fullName: "waits", status: "skipped" },
          { fullName: "is planned", status: "todo" },
        ],
      },
      { name: "b.test.ts", status: "failed", message: "Cannot find module\n  at b", assertionResults: [] },
      {
        name: "c.test.ts",
        status: "failed",
        message: "",
        assertionResults: [{ fullName: "breaks", status: "failed" }],
      },
    ],
  });
  expect(readVitest(report)).toEqual([
    { name: "a.test.ts: works", state: "passed" },
    { name: "a.test.ts: waits", state: "skipped" },
    { name: "a.test.ts: is planned", state: "skipped" },
    { name: "b.test.ts: Cannot find module", state: "failed" },
    { name: "c.test.ts: breaks", state: "failed" },
  ]);
});

test("counts stories in every project, a flaky one as a failure", () => {
  const spec = (title: string, ...tests: { projectName: string; status: string }[]) => ({ title, tests });
  const report = write({
    errors: [{ message: "set-up broke" }],
    suites: [
      {
        title: "loop.spec.ts",
        specs: [
          spec(
            "asks",
            { projectName: "desktop", status: "expected" },
            { projectName: "phone", status: "flaky" },
          ),
        ],
        suites: [
          { title: "in German", specs: [spec("fragt", { projectName: "desktop", status: "skipped" })] },
        ],
      },
    ],
  });
  expect(readPlaywright(report)).toEqual([
    { name: "browser stories: set-up broke", state: "failed" },
    { name: "loop.spec.ts › asks [desktop]", state: "passed" },
    { name: "loop.spec.ts › asks [phone]", state: "failed" },
    { name: "loop.spec.ts › in German › fragt [desktop]", state: "skipped" },
  ]);
});

test("takes a missing report for a failure", () => {
  expect(readVitest(join(folder, "none")).map(({ state }) => state)).toEqual(["failed"]);
  expect(readPlaywright(join(folder, "none")).map(({ state }) => state)).toEqual(["failed"]);
});

function write(report: unknown): string {
  const path = join(folder, "report.json");
  writeFileSync(path, JSON.stringify(report));
  return path;
}
