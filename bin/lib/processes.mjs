import {
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure, explain } from "./failure.mjs";

/** Whether a process runs; a zombie that nobody has reaped yet counts as gone. */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return stat(pid)?.[0] !== "Z";
}

/** Names a process so that a recycled pid is not taken for it. */
export function identify(pid) {
  // Field 22 of /proc/<pid>/stat is the start time; the first two fields are already cut off.
  return `${pid}:${stat(pid)?.[19] ?? ""}`;
}

export function isStillAlive(identity) {
  const pid = Number.parseInt(identity, 10);
  return isAlive(pid) && identify(pid) === identity.trim();
}

/** Pids of the processes that work inside `folder`; undefined where the system can't tell. */
export function processesIn(folder) {
  let entries;
  try {
    entries = readdirSync("/proc");
  } catch {
    return undefined;
  }
  return entries
    .filter((entry) => /^\d+$/.test(entry) && workingFolder(entry) === folder)
    .map(Number)
    .filter(isAlive);
}

export async function waitUntilGone(pid, milliseconds) {
  for (const end = Date.now() + milliseconds; Date.now() < end;) {
    if (!isAlive(pid)) return true;
    await sleep(20);
  }
  return !isAlive(pid);
}

/** Runs `work` while no other process does under the same lock file. A dead holder's lock is taken over. */
export async function withLock(path, work, { waitMs = 120_000, onWait = () => {} } = {}) {
  const mine = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(mine, identify(process.pid));
    await takeLock(path, mine, waitMs, onWait);
  } catch (error) {
    rmSync(mine, { force: true });
    throw explain(error, path);
  }
  rmSync(mine, { force: true });
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

async function takeLock(path, mine, waitMs, onWait) {
  const end = Date.now() + waitMs;
  for (let told = false; ;) {
    try {
      // A link appears together with its content: nobody ever reads a half-written lock.
      linkSync(mine, path);
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = read(path);
    if (holder !== undefined && !isStillAlive(holder)) {
      removeStale(path, holder);
      continue;
    }
    if (Date.now() > end)
      throw new Failure(`${path} is held by process ${holder ?? "unknown"}; wait for it or end it.`);
    if (!told) onWait(Number.parseInt(holder ?? "", 10));
    told = true;
    await sleep(50);
  }
}

/** Two waiters may both see a stale lock: only the one that moved away just that lock removes it. */
function removeStale(path, holder) {
  const moved = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, moved);
    if (read(moved) !== holder) linkSync(moved, path);
  } catch {
    // Another waiter was faster.
  }
  rmSync(moved, { force: true });
}

/** Notes that this process uses `folder`, so that whoever leaves last can close it. */
export function addUser(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, String(process.pid)), identify(process.pid));
}

/** Takes this process off the list and returns how many others are still on it. */
export function removeUser(folder) {
  rmSync(join(folder, String(process.pid)), { force: true });
  let others = 0;
  for (const name of list(folder)) {
    if (isStillAlive(read(join(folder, name)) ?? "")) others += 1;
    else rmSync(join(folder, name), { force: true });
  }
  return others;
}

function stat(pid) {
  const text = read(`/proc/${pid}/stat`);
  return text?.slice(text.lastIndexOf(")") + 2).split(" ");
}

function workingFolder(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
