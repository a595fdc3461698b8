import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { entryArguments } from "@/bin/lib/entry.mjs";
import { cloneTemplate, prepareTemplate, startTestCluster } from "@/db/testing/cluster";

/** Migrating and writing the sample community through the acts takes seconds; a busy machine gets minutes. */
const READY_LIMIT_MS = 180_000;
const logPath = ".data/logs/e2e-site.log";

/** Before the first story: the production site on a database of its own, with the sample community in it. */
export default async function setUp(): Promise<() => Promise<void>> {
  const folder = resolve(".data/test/e2e");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const cluster = await startTestCluster();
  const database = await cloneTemplate(cluster.url, await prepareTemplate(cluster.url));
  const site = await startSite(database.url, folder);
  await forgetShifts(database.url);
  process.env.KUNDIG_E2E_DATABASE_URL = database.url;
  return async () => {
    await site.stop();
    await database.drop();
    await cluster.stop();
  };
}

/** Stories are told at any hour, and nobody's shift may end in one. */
async function forgetShifts(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("delete from shifts");
  await client.end();
}

async function startSite(databaseUrl: string, dataDir: string) {
  const url = `http://127.0.0.1:${process.env.KUNDIG_E2E_PORT}`;
  mkdirSync(dirname(logPath), { recursive: true });
  const log = createWriteStream(logPath);
  const child = spawn(process.execPath, entryArguments(process.env), {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: process.env.KUNDIG_E2E_PORT,
      HOST: "127.0.0.1",
      PUBLIC_URL: url,
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: "a-secret-that-only-the-stories-ever-see",
      KUNDIG_SAMPLE: "on",
      KUNDIG_EMBEDDED: "1",
      KUNDIG_DATA_DIR: dataDir,
      // Stories come from addresses of their own, as people do: limits are counted by address.
      KUNDIG_PROXIES: "1",
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  const stop = async () => {
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await gone;
    clearTimeout(late);
  };
  for (
    const end = Date.now() + READY_LIMIT_MS;
    Date.now() < end && child.exitCode === null;
    await sleep(200)
  ) {
    if (await isReady(url)) return { stop };
  }
  await stop();
  throw new Error(`The site did not become ready; its output is in ${logPath}`);
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).status === 200;
  } catch {
    return false;
  }
}
