import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, explain } from "./failure.mjs";
import { startPostgres } from "./postgres.mjs";
import { dataDir, keepOwner, makeFolder, projectDir } from "./project.mjs";

/** What every part of the site is started with. Starts the embedded database unless there is a DATABASE_URL. */
export async function prepareEnvironment(log) {
  loadSettings();
  const folder = checkDataFolder();
  const env = { ...process.env, KUNDIG_DATA_DIR: folder, NEXT_TELEMETRY_DISABLED: "1" };
  env.AUTH_SECRET ||= readOrMakeSecret(folder);
  if (env.DATABASE_URL) return { env, database: undefined };
  const database = await startPostgres({ dataDir: join(folder, "postgres"), log });
  return { env: { ...env, DATABASE_URL: database.url, KUNDIG_EMBEDDED: "1" }, database };
}

/** Makes sure that the data folder is there and that this user can work in it. */
export function checkDataFolder() {
  const folder = makeFolder(dataDir());
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return folder;
  } catch (error) {
    throw explain(error, `The data folder ${folder}`);
  }
}

/** Reads `.env` of the checkout; what the environment already says wins. */
export function loadSettings() {
  const path = join(projectDir, ".env");
  if (!existsSync(path)) return;
  try {
    process.loadEnvFile(path);
  } catch (error) {
    throw explain(error, path);
  }
}

function readOrMakeSecret(folder) {
  const path = join(folder, "secret");
  try {
    if (!existsSync(path)) makeSecret(path);
    const secret = readFileSync(path, "utf8").trim();
    if (secret.length < 32)
      throw new Failure(`${path} is damaged: delete it to get a new one (everybody has to sign in again).`);
    return secret;
  } catch (error) {
    throw explain(error, path);
  }
}

/** Written beside and linked: two starts at once agree on one secret, and none reads half of it. */
function makeSecret(path) {
  const mine = `${path}.${process.pid}`;
  try {
    writeFileSync(mine, randomBytes(32).toString("base64url"), { mode: 0o600, flush: true });
    keepOwner(mine);
    linkSync(mine, path);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}
