import { spawn } from "node:child_process";
import {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure, explain } from "./failure.mjs";
import { findFreePort, whyPortRefused } from "./ports.mjs";
import {
  DATABASE,
  ROLE,
  asUser,
  ensureCluster,
  readNotes,
  reasonIn,
  writeNotes,
} from "./postgres-cluster.mjs";
import { choosePlace } from "./postgres-place.mjs";
import { SETTINGS } from "./postgres-settings.mjs";
import { addUser, isAlive, processesIn, removeUser, waitUntilGone, withLock } from "./processes.mjs";

/** Crash recovery replays at most about max_wal_size, which takes seconds; a slow disk gets minutes. */
const START_LIMIT_MS = 300_000;
/** After kill -9 the old backends need a moment to notice that their parent is gone. */
const LOCK_LIMIT_MS = 20_000;
const STOP_LIMIT_MS = 8_000;
const LOG_LIMIT = 10 * 1024 * 1024;

/**
 * Starts the embedded Postgres on `dataDir`, or adopts the one that runs there already. Every process that
 * calls this is counted; `stop` ends the server only when nobody else uses it, and tells whether it did.
 */
export async function startPostgres({ dataDir, log = () => {}, settings = {} }) {
  const place = choosePlace(dataDir, log);
  const lock = `${place.dir}.lock`;
  const users = `${place.dir}.users`;
  const onWait = (pid) => log(`Waiting for process ${pid}, which is starting or stopping the database`);
  return withLock(
    lock,
    async () => {
      await ensureCluster(place, log);
      const adopted = await findRunning(place, log);
      const server = adopted ?? (await launch(place, { ...SETTINGS, ...settings }, log));
      addUser(users);
      return {
        url: `postgres://${ROLE}:${readNotes(place).password}@127.0.0.1:${server.port}/${DATABASE}`,
        dataDir: place.dir,
        wantedDir: dataDir,
        port: server.port,
        pid: server.pid,
        adopted: Boolean(adopted),
        isRunning: () => isAlive(server.pid),
        stop: () =>
          withLock(lock, () => (removeUser(users) > 0 ? false : shutDown(place, server.pid)), { onWait }),
      };
    },
    { onWait },
  );
}

async function findRunning(place, log) {
  for (let told = false; ;) {
    const state = readPidFile(place);
    if (!state || !isPostmasterOf(state.pid, place)) return undefined;
    if (state.status === "ready" && (await answers(state.port))) return state;
    if (!told) log(`Waiting for Postgres, which is ${state.status || "starting"}`);
    told = true;
    await sleep(50);
  }
}

async function launch(place, settings, log) {
  const started = Date.now();
  for (let port = await choosePort(place); ;) {
    await clearStaleLock(place);
    const { ready, output, pid } = await tryLaunch(place, settings, port, log);
    if (ready) {
      writeNotes(place, { ...readNotes(place), port });
      return { port, pid };
    }
    if (/Address already in use|could not create any TCP\/IP sockets/.test(output)) {
      port = await findFreePort();
    } else if (
      /postmaster\.pid|shared memory block|still in use/.test(output) &&
      Date.now() - started < LOCK_LIMIT_MS
    ) {
      await sleep(500);
    } else {
      throw new Failure(`${reasonIn(output, "Postgres")} (${place.dir}.log tells more)`);
    }
  }
}

async function choosePort(place) {
  const { port } = readNotes(place);
  return port && !(await whyPortRefused(port, "127.0.0.1")) ? port : findFreePort();
}

/** A recycled pid keeps Postgres from starting; the lock goes only when surely nobody works in the folder. */
async function clearStaleLock(place) {
  const state = readPidFile(place);
  if (state && isAlive(state.pid) && processesIn(place.dir)?.length === 0)
    rmSync(join(place.dir, "postmaster.pid"));
}

async function tryLaunch(place, settings, port, log) {
  const logFile = openLog(`${place.dir}.log`);
  const from = fstatSync(logFile).size;
  const args = [
    "-D",
    place.dir,
    "-p",
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  // A session of its own: Ctrl-C in the terminal must end the site first, then the database.
  const child = spawn(join(place.native, "bin/postgres"), args, {
    ...asUser(place),
    detached: true,
    stdio: ["ignore", logFile, logFile],
  });
  let gone;
  child.on("error", (error) => (gone = `FATAL: ${error.message}`));
  child.on("exit", () => (gone ??= ""));
  const started = Date.now();
  for (let told = false; gone === undefined; await sleep(20)) {
    const state = readPidFile(place);
    if (state?.pid === child.pid && state.status === "ready") break;
    if (!told && Date.now() - started > 3_000) log("Postgres is recovering from an unclean stop");
    told ||= Date.now() - started > 3_000;
    if (Date.now() - started > START_LIMIT_MS) child.kill("SIGINT");
  }
  const output = gone === undefined ? "" : gone || readFrom(logFile, `${place.dir}.log`, from);
  closeSync(logFile);
  child.unref();
  return { ready: gone === undefined, output, pid: child.pid };
}

async function shutDown(place, pid) {
  if (!isPostmasterOf(pid, place)) return true;
  // SIGINT is Postgres' fast shutdown: open transactions are rolled back, everything is written. SIGQUIT
  // skips the last checkpoint; the next start then recovers from the write-ahead log.
  for (const signal of ["SIGINT", "SIGQUIT"]) {
    send(pid, signal);
    if (await waitUntilGone(pid, STOP_LIMIT_MS)) return true;
  }
  throw new Failure(`Postgres (process ${pid}) does not stop.`);
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

/** Where the system can't list working folders, a living pid in the lock file is believed. */
function isPostmasterOf(pid, place) {
  return isAlive(pid) && (processesIn(place.dir)?.includes(pid) ?? true);
}

function readPidFile({ dir }) {
  try {
    const lines = readFileSync(join(dir, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? "").trim() };
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw explain(error, dir);
  }
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", timeout: 2_000 });
    const done = (ok) => (socket.end(), resolve(ok));
    socket
      .on("connect", () => done(true))
      .on("error", () => done(false))
      .on("timeout", () => done(false));
  });
}

function openLog(path) {
  try {
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(path, `${path}.1`);
    return openSync(path, "a+", 0o600);
  } catch (error) {
    throw explain(error, path);
  }
}

function readFrom(handle, path, position) {
  const length = statSync(path).size - position;
  const buffer = Buffer.alloc(Math.max(0, length));
  readSync(handle, buffer, 0, buffer.length, position);
  return buffer.toString("utf8");
}
