import "./lib/node-version.mjs";
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { exitOf, forwardSignals } from "./lib/commands.mjs";
import { prepareEnvironment } from "./lib/environment.mjs";
import { Failure, runMain } from "./lib/failure.mjs";
import { ensureInstalled } from "./lib/install.mjs";

/** Runs one of our TypeScript commands with the site's environment, whether the site runs or not. */
await runMain(async () => {
  const [script, ...args] = process.argv.slice(2);
  if (!script) throw new Failure("Which command? As in: node bin/run.mjs bin/kundig.ts doctor");
  await ensureInstalled();
  // Only the command itself writes to stdout: its output may be piped on.
  const { env, database } = await prepareEnvironment((text) => process.stderr.write(`${text}\n`));
  try {
    const child = spawn(process.execPath, ["--import", "tsx", resolve(script), ...args], {
      env,
      stdio: "inherit",
    });
    forwardSignals(child);
    return await exitOf(child);
  } finally {
    await database?.stop();
  }
});
