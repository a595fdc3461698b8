import { chownSync, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { explain } from "./failure.mjs";

/** The checkout this command belongs to. */
export const projectDir = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** Where everything that must survive lives. */
export function dataDir() {
  return resolve(projectDir, process.env.KUNDIG_DATA_DIR || ".data");
}

/** Makes a folder; started as root inside somebody else's folder, it becomes theirs. */
export function makeFolder(path) {
  try {
    const first = mkdirSync(path, { recursive: true });
    if (first) keepOwner(path);
  } catch (error) {
    throw explain(error, path);
  }
  return path;
}

/** As root, gives a new file to whoever owns its folder, so that they can go on without root. */
export function keepOwner(path) {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(path));
  chownSync(path, uid, gid);
}
