import { readFileSync } from "node:fs";

/** One thing that was judged: `state` is "passed", "failed" or "skipped". */
const judged = (name, state) => ({ name, state });

/** @returns {{ name: string, state: string }[]} every case of a vitest report */
export function readVitest(path) {
  const report = readReport(path);
  if (!report) return [judged("unit tests wrote no report", "failed")];
  return report.testResults.flatMap((file) => {
    const cases = file.assertionResults.map(({ fullName, status }) =>
      judged(`${relative(file.name)}: ${fullName}`, STATES[status] ?? "skipped"),
    );
    // A file that can't even be loaded, or whose set-up fails, has no failing case of its own.
    const hidden = file.status === "failed" && !cases.some(({ state }) => state === "failed");
    return hidden
      ? [...cases, judged(`${relative(file.name)}: ${firstLine(file.message)}`, "failed")]
      : cases;
  });
}

/** @returns {{ name: string, state: string }[]} every story, in every browser size */
export function readPlaywright(path) {
  const report = readReport(path);
  if (!report) return [judged("browser stories wrote no report", "failed")];
  const errors = report.errors.map(({ message }) =>
    judged(`browser stories: ${firstLine(message)}`, "failed"),
  );
  return [...errors, ...report.suites.flatMap((suite) => storiesIn(suite, []))];
}

/** A story that passed only when repeated is a bug like any other. */
const STATES = {
  passed: "passed",
  failed: "failed",
  expected: "passed",
  unexpected: "failed",
  flaky: "failed",
};

function storiesIn(suite, above) {
  const names = [...above, suite.title];
  const own = suite.specs.flatMap(({ title, tests }) =>
    tests.map(({ projectName, status }) =>
      judged(`${[...names, title].join(" › ")} [${projectName}]`, STATES[status] ?? "skipped"),
    ),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => storiesIn(inner, names))];
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

const relative = (path) => path.replace(`${process.cwd()}/`, "");
const firstLine = (text) => (text ?? "").trim().split("\n")[0];
