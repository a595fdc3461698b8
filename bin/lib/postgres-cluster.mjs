import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { userInfo } from "node:os";
import { basename, dirname, join } from "node:path";
import { Failure, explain } from "./failure.mjs";
import { giveTo } from "./postgres-place.mjs";

export const ROLE = "kundig";
export const DATABASE = "kundig";
const MAJOR = "18";
/** A new cluster takes 41 MB; write-ahead log soon doubles that. */
const ROOM_NEEDED = 100 * 1024 * 1024;

/** Makes sure a usable cluster is at `place.dir`: there already, or made whole beside it and then renamed. */
export async function ensureCluster(place, log) {
  sweepUnfinished(place);
  if (isEmpty(place)) {
    await createCluster(place, log);
    return;
  }
  await checkCluster(place, log);
}

/** Password and last port; kept inside the cluster so that one can't be lost without the other. */
export function readNotes(place) {
  try {
    return JSON.parse(readFileSync(notesOf(place.dir), "utf8"));
  } catch {
    return {};
  }
}

export function writeNotes(place, notes, dir = place.dir) {
  const temporary = `${notesOf(dir)}.new`;
  writeFileSync(temporary, JSON.stringify(notes), { mode: 0o600, flush: true });
  giveTo(place.user, temporary);
  renameSync(temporary, notesOf(dir));
}

const notesOf = (dir) => join(dir, "kundig.json");

export const asUser = (place) => ({
  uid: place.user?.uid,
  gid: place.user?.gid,
  cwd: "/",
  env: { LC_ALL: "C", TZ: "UTC", PATH: "/usr/bin:/bin" },
});

/** What an interrupted first start left behind never held anything. */
function sweepUnfinished({ dir }) {
  const parent = dirname(dir);
  for (const name of readdirSync(parent)) {
    if (name.startsWith(`${basename(dir)}.new-`))
      rmSync(join(parent, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

function isEmpty({ dir }) {
  try {
    return !existsSync(dir) || readdirSync(dir).length === 0;
  } catch (error) {
    if (error.code === "EACCES") throw notOurs(dir);
    throw explain(error, dir);
  }
}

async function checkCluster(place, log) {
  const { dir, user } = place;
  const { uid } = statSync(dir);
  if (!existsSync(join(dir, "PG_VERSION"))) {
    throw new Failure(`${dir} holds something else than a database: move it away, or set KUNDIG_DATA_DIR.`);
  }
  const version = readFileSync(join(dir, "PG_VERSION"), "utf8").trim();
  if (version !== MAJOR) {
    throw new Failure(
      `${dir} was made by Postgres ${version}, this Kundig brings ${MAJOR}: back it up with the Kundig that made it and restore it here. Nothing was changed.`,
    );
  }
  if (user && uid === 0) {
    log(`${dir} belongs to root, perhaps from a copy: it is given to user ${user.name}.`);
    spawnSync("chown", ["-R", `${user.uid}:${user.gid}`, dir]);
  }
  if (!user && process.getuid && uid !== process.getuid()) throw notOurs(dir);
  chmodSync(dir, 0o700);
  if (!readNotes(place).password) await resetPassword(place, log);
}

function notOurs(dir) {
  if (statSync(dir).uid === process.getuid?.())
    return new Failure(`${dir} can't be read: give yourself the right to (chmod 700 ${dir}).`);
  return new Failure(
    `The database in ${dir} belongs to another user, this is ${userInfo().username}: start Kundig as the user who started it first, or as root.`,
  );
}

async function createCluster(place, log) {
  const { dir, user, native } = place;
  const parent = dirname(dir);
  const free = statfsSync(parent);
  if (free.bavail * free.bsize < ROOM_NEEDED) {
    throw new Failure(
      `${parent} has only ${Math.floor((free.bavail * free.bsize) / 1024 / 1024)} MB free, a new database needs 100 MB.`,
    );
  }
  log("Creating the database");
  const temporary = `${dir}.new-${process.pid}`;
  const passwordFile = `${temporary}.password`;
  const password = randomBytes(24).toString("hex");
  try {
    mkdirSync(temporary, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    giveTo(user, temporary, passwordFile);
    await run(place, join(native, "bin/initdb"), initArguments(temporary, passwordFile));
    await runAlone(place, temporary, `CREATE DATABASE ${DATABASE}`);
    writeNotes(place, { password }, temporary);
    if (existsSync(dir)) rmdirSync(dir);
    renameSync(temporary, dir);
    syncFolder(parent);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw explain(error, parent);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The builtin locale sorts and compares alike on every machine, whatever its own locales are. */
function initArguments(dir, passwordFile) {
  return [
    `--pgdata=${dir}`,
    `--username=${ROLE}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--data-checksums",
  ];
}

/** Happens when only part of a cluster was restored. The data is untouched. */
async function resetPassword(place, log) {
  log("The database's password file is missing: a new password is set.");
  const password = randomBytes(24).toString("hex");
  await runAlone(place, place.dir, `ALTER ROLE ${ROLE} PASSWORD '${password}'`);
  writeNotes(place, { password });
}

/** Runs one statement in single-user mode, which needs neither a server nor a client program. */
function runAlone(place, dir, statement) {
  const postgres = join(place.native, "bin/postgres");
  return run(
    place,
    postgres,
    ["--single", "-D", dir, "-c", "exit_on_error=true", "postgres"],
    `${statement}\n`,
  );
}

function run(place, command, args, input) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...asUser(place), stdio: ["pipe", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    child.on("error", (error) => reject(new Failure(`${command} can't be started (${error.code}).`)));
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Failure(reasonIn(output, basename(command)))),
    );
  });
}

/** The one sentence of a program's output that says what went wrong. */
export function reasonIn(output, program) {
  if (/No space left on device|Disk quota exceeded/.test(output))
    return "There is no room left on the disk for the database.";
  const lines = output.split("\n").map((line) => line.trim());
  const telling =
    lines.findLast((line) => /\b(PANIC|FATAL|ERROR)\b|error:/.test(line)) ?? lines.findLast(Boolean);
  return `${program} failed: ${telling ?? "it gave no reason"}`;
}

function syncFolder(path) {
  const handle = openSync(path, "r");
  fsyncSync(handle);
  closeSync(handle);
}
