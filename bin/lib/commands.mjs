import { spawn } from "node:child_process";
import { createWriteStream, readFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { Failure } from "./failure.mjs";
import { makeFolder, projectDir } from "./project.mjs";

/** Runs a program with its output in a log file; a failure shows the end of that output, as far as it is `telling`. */
export async function runLogged(
  command,
  args,
  { logPath, env = process.env, note = () => {}, telling = () => true, what },
) {
  makeFolder(dirname(logPath));
  const log = createWriteStream(logPath);
  const child = spawn(command, args, { cwd: projectDir, env, stdio: ["ignore", "pipe", "pipe"] });
  const stopForwarding = forwardSignals(child);
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      log.write(chunk);
      note(lastLine(chunk.toString()));
    });
  }
  const code = await exitOf(child);
  stopForwarding();
  await new Promise((resolve) => log.end(resolve));
  if (code === 0) return;
  if (code === 130 || code === 143) throw new Failure(`${what} was interrupted.`);
  const lines = readFileSync(logPath, "utf8").trimEnd().split("\n");
  process.stderr.write(`${lines.filter(telling).slice(-60).join("\n")}\n`);
  throw new Failure(`${what} failed; the whole output is in ${relative(projectDir, logPath)}.`);
}

/** Resolves to the exit code; ended by a signal counts as 128 and the shell's number. */
export function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.on("error", (error) => reject(new Failure(`${child.spawnfile} can't be started (${error.code}).`)));
    child.on("close", (code, signal) =>
      resolve(code ?? (signal === "SIGINT" ? 130 : signal === "SIGTERM" ? 143 : 137)),
    );
  });
}

/** Passes SIGTERM and SIGHUP on; SIGINT from a terminal reaches the child by itself. Returns what undoes it. */
export function forwardSignals(child) {
  const pass = (signal) => child.kill(signal);
  const ignore = () => {};
  process.on("SIGTERM", pass).on("SIGHUP", pass).on("SIGINT", ignore);
  return () => process.off("SIGTERM", pass).off("SIGHUP", pass).off("SIGINT", ignore);
}

function lastLine(text) {
  return stripVTControlCharacters(text).trim().split("\n").at(-1) ?? "";
}
