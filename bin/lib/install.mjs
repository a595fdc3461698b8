import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runLogged } from "./commands.mjs";
import { Failure } from "./failure.mjs";
import { dataDir, projectDir } from "./project.mjs";
import { withLock } from "./processes.mjs";
import { step } from "./steps.mjs";

/** Installs the packages exactly as the lockfile says, unless they are there already. */
export async function ensureInstalled({ withTools = false } = {}) {
  if (isInstalled(withTools)) return;
  await withLock(join(dataDir(), "install.lock"), async () => {
    if (isInstalled(withTools)) return;
    await step("Installing packages", (note) => install(note));
    if (!isInstalled(withTools))
      throw new Failure("npm ci ended without an error, but packages are missing in node_modules.");
  });
}

/** npm writes node_modules/.package-lock.json last: what it lists is what is really there. */
function isInstalled(withTools) {
  const wanted = readLock("package-lock.json");
  if (!wanted) throw new Failure("package-lock.json is missing: is this a complete checkout?");
  const found = readLock("node_modules/.package-lock.json");
  if (!found) return false;
  return Object.entries(wanted).every(([path, { version, dev, devOptional, optional, peer }]) => {
    if (path === "" || optional || peer || devOptional || (dev && !withTools)) return true;
    return found[path]?.version === version && existsSync(join(projectDir, path, "package.json"));
  });
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(join(projectDir, path), "utf8")).packages;
  } catch {
    return undefined;
  }
}

function install(note) {
  // No package here needs its install script: nothing of other people's runs before anybody asked for it.
  const args = ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=http"];
  const cli = process.env.npm_execpath;
  const [command, first] = cli?.endsWith(".js") ? [process.execPath, [cli]] : ["npm", []];
  return runLogged(command, [...first, ...args], {
    logPath: join(dataDir(), "logs/install.log"),
    note: (line) => note(line.replace(/^npm (http|warn)( fetch)?/, "").trim()),
    telling: (line) => /^npm error (?!A complete log)/.test(line),
    what: "npm ci",
  });
}
