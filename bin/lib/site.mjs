import { spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { entryArguments } from "./entry.mjs";
import { Failure, explain } from "./failure.mjs";
import { whyPortRefused } from "./ports.mjs";
import { dataDir, makeFolder, projectDir } from "./project.mjs";
import { identify, isStillAlive, waitUntilGone } from "./processes.mjs";

/** serve.ts promises to be done in 5 s with open streams; after twice that it has no say any more. */
const STOP_LIMIT_MS = 10_000;
/** A server whose start command was killed notices at once and needs its 5 s to leave. */
const ORPHAN_LIMIT_MS = 7_000;

/** Several processes may serve one community from one folder, each on a port of its own. */
const recordOf = (port) => join(dataDir(), `sites/${port}.json`);

/** Fails in one line when the site could not listen on its port, before anything slow begins. */
export async function checkPort() {
  if (process.env.KUNDIG_ROLE === "worker") return;
  const text = process.env.PORT || "3000";
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new Failure(`PORT must be a number from 1 to 65535, not "${text}".`);
  await endOrphan(port);
  const code = await whyPortRefused(port, process.env.HOST || "0.0.0.0");
  if (!code) return;
  if (code === "EADDRINUSE")
    throw new Failure(
      `Port ${port} is taken by another program: end it, or choose another one, as in PORT=${port + 1} npm start`,
    );
  if (code === "EACCES")
    throw new Failure(
      `This user may not listen on port ${port}: choose one above 1023, as in PORT=3000 npm start`,
    );
  throw new Failure(
    `The site can't listen on ${process.env.HOST ?? ""} port ${port} (${code}): check HOST and PORT.`,
  );
}

/** After kill -9 of the start command its server may still be leaving; one that won't is ended. */
async function endOrphan(port) {
  const site = readRecord(port);
  if (!site || !isStillAlive(site.server)) return;
  const pid = Number.parseInt(site.server, 10);
  if (isStillAlive(site.starter))
    throw new Failure(
      `Kundig is already running on port ${port} (process ${Number.parseInt(site.starter, 10)}).`,
    );
  if (await waitUntilGone(pid, ORPHAN_LIMIT_MS)) return;
  process.kill(pid, "SIGKILL");
  await waitUntilGone(pid, 2_000);
}

/**
 * Starts what bin/serve.ts was built to, or in development itself. It holds the other end of an IPC channel: its
 * "disconnect" tells the server that this process died without a word, so that no orphan keeps the port. Returns the
 * process and an orderly stop.
 */
export function startSite(env, args) {
  const child = spawn(process.execPath, [...entryArguments(env), ...args], {
    cwd: projectDir,
    env,
    // A group of its own: Ctrl-C reaches it once, from us, and not a second time from the terminal.
    detached: true,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  const record = recordOf(env.KUNDIG_ROLE === "worker" ? `worker-${child.pid}` : env.PORT || "3000");
  writeRecord(record, { server: identify(child.pid), starter: identify(process.pid) });
  child.once("exit", () => rmSync(record, { force: true }));
  return { child, stop: () => stopSite(child) };
}

async function stopSite(child) {
  child.kill("SIGTERM");
  for (
    const end = Date.now() + STOP_LIMIT_MS;
    Date.now() < end && child.exitCode === null && child.signalCode === null;
  )
    await sleep(20);
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
}

function readRecord(port) {
  try {
    return JSON.parse(readFileSync(recordOf(port), "utf8"));
  } catch {
    return undefined;
  }
}

function writeRecord(path, site) {
  makeFolder(dirname(path));
  try {
    writeFileSync(path, JSON.stringify(site));
  } catch (error) {
    throw explain(error, path);
  }
}
