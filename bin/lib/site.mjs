import { spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure, explain } from "./failure.mjs";
import { whyPortRefused } from "./ports.mjs";
import { dataDir, makeFolder, projectDir } from "./project.mjs";
import { identify, isStillAlive, waitUntilGone } from "./processes.mjs";

/** serve.ts promises to be done in 5 s with open streams; after twice that it has no say any more. */
const STOP_LIMIT_MS = 10_000;
/** A server whose start command was killed notices at once and needs its 5 s to leave. */
const ORPHAN_LIMIT_MS = 7_000;

const record = () => join(dataDir(), "site.json");

/** Fails in one line when the site could not listen on its port, before anything slow begins. */
export async function checkPort() {
  const text = process.env.PORT || "3000";
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new Failure(`PORT must be a number from 1 to 65535, not "${text}".`);
  await endOrphan(port);
  const code = await whyPortRefused(port, process.env.HOST || "0.0.0.0");
  if (!code) return;
  if (code === "EADDRINUSE") throw new Failure(`Port ${port} is taken by another program: end it, or choose another one, as in PORT=${port + 1} npm start`);
  if (code === "EACCES") throw new Failure(`This user may not listen on port ${port}: choose one above 1023, as in PORT=3000 npm start`);
  throw new Failure(`The site can't listen on ${process.env.HOST ?? ""} port ${port} (${code}): check HOST and PORT.`);
}

/** After kill -9 of the start command its server may still be leaving; one that won't is ended. */
async function endOrphan(port) {
  const site = readRecord();
  if (!site || !isStillAlive(site.server)) return;
  const pid = Number.parseInt(site.server, 10);
  if (isStillAlive(site.starter)) {
    if (site.port === port) throw new Failure(`Kundig is already running on port ${port} (process ${Number.parseInt(site.starter, 10)}).`);
    throw new Failure(`Kundig is already running from this folder, on port ${site.port}: stop it first.`);
  }
  if (await waitUntilGone(pid, ORPHAN_LIMIT_MS)) return;
  process.kill(pid, "SIGKILL");
  await waitUntilGone(pid, 2_000);
}

/**
 * Starts bin/serve.ts. It holds the other end of an IPC channel: its "disconnect" tells the server that this
 * process died without a word, so that no orphan keeps the port. Returns the process and an orderly stop.
 */
export function startSite(env, args) {
  const child = spawn(process.execPath, ["--import", "tsx", join(projectDir, "bin/serve.ts"), ...args], {
    cwd: projectDir,
    env,
    // A group of its own: Ctrl-C reaches it once, from us, and not a second time from the terminal.
    detached: true,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  writeRecord({ server: identify(child.pid), starter: identify(process.pid), port: Number(env.PORT || 3000) });
  return { child, stop: () => stopSite(child) };
}

export function forgetSite() {
  rmSync(record(), { force: true });
}

async function stopSite(child) {
  child.kill("SIGTERM");
  for (const end = Date.now() + STOP_LIMIT_MS; Date.now() < end && child.exitCode === null && child.signalCode === null; ) await sleep(20);
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
}

function readRecord() {
  try {
    return JSON.parse(readFileSync(record(), "utf8"));
  } catch {
    return undefined;
  }
}

function writeRecord(site) {
  makeFolder(dataDir());
  try {
    writeFileSync(record(), JSON.stringify(site));
  } catch (error) {
    throw explain(error, record());
  }
}
