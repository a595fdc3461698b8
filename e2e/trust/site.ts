import { spawn, type ChildProcess } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { entryArguments } from "@/bin/lib/entry.mjs";
import { findFreePort } from "@/bin/lib/ports.mjs";
import { closeDatabase } from "@/db/client";
import { cloneTemplate, prepareTemplate, startTestCluster } from "@/db/testing/cluster";
import { ask } from "./ask";

/** A busy machine gets minutes. */
const READY_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 10_000;

export interface WebProcess {
  url: string;
  pid: number;
  /** Ends when the process is gone; its exit code, or null when a signal ended it. */
  gone: Promise<number | null>;
  signal(name: NodeJS.Signals): void;
  stop(): Promise<void>;
  output(): string;
  /** Every page that is kept for all, as it would be served. */
  cached(): Promise<CachedBody[]>;
}

export type CachedBody = { cache: string; key: string; headers: Record<string, string>; body: string };

export interface Site {
  databaseUrl: string;
  /** As many as were asked for, all on one database. */
  webs: WebProcess[];
  stop(): Promise<void>;
}

export type Environment = Record<string, string | undefined>;
type Wishes = { webs?: number; sample?: boolean; env?: Environment };

/**
 * The production site on a fresh database of its own, in as many web processes as wanted; the first one does the
 * jobs too. `@/db/client` in the test then asks the same database, so acts can be done beside the site.
 */
export async function startSite({ webs = 1, sample = false, env = {} }: Wishes = {}): Promise<Site> {
  const cluster = await startTestCluster();
  const database = await cloneTemplate(cluster.url, await prepareTemplate(cluster.url));
  const folder = mkdtempSync(join(tmpdir(), "kundig-trust-"));
  process.env.DATABASE_URL = database.url;
  process.env.KUNDIG_DATA_DIR = folder;
  process.env.AUTH_SECRET ??= "a-secret-that-only-the-tests-ever-see";
  const started: WebProcess[] = [];
  const stop = async () => {
    await Promise.all(started.map((web) => web.stop()));
    await closeDatabase();
    await database.drop();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (let index = 0; index < webs; index++) {
      started.push(
        await startWeb({
          DATABASE_URL: database.url,
          KUNDIG_DATA_DIR: folder,
          KUNDIG_ROLE: index === 0 ? "all" : "web",
          KUNDIG_SAMPLE: sample ? "on" : "off",
          KUNDIG_EMBEDDED: sample ? "1" : "0",
          ...env,
        }),
      );
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { databaseUrl: database.url, webs: started, stop };
}

/** One production site; resolves when /readyz says so. */
export async function startWeb(env: Environment): Promise<WebProcess> {
  const port = env.PORT ?? String(await findFreePort());
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["--import", resolve("e2e/trust/dump-cache.mjs"), ...entryArguments(process.env)], {
    cwd: resolve("."),
    env: { ...(process.env as Environment), NODE_ENV: "production", HOST: "127.0.0.1", PORT: port, PUBLIC_URL: url, ...env } as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const { gone, output } = follow(child);
  const web: WebProcess = {
    url,
    pid: child.pid ?? 0,
    gone,
    signal: (name) => void child.kill(name),
    stop: async () => {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
      await gone;
      clearTimeout(late);
    },
    output,
    cached: () => dump(child),
  };
  for (const end = Date.now() + READY_LIMIT_MS; Date.now() < end && child.exitCode === null && child.signalCode === null; await sleep(100)) {
    const ready = await ask(`${url}/readyz`).catch(() => null);
    if (ready?.status === 200) return web;
  }
  await web.stop();
  throw new Error(`The site did not become ready:\n${output().slice(-4_000)}`);
}

function dump(child: ChildProcess): Promise<CachedBody[]> {
  return new Promise((resolve, reject) => {
    const hear = (message: { bodies?: CachedBody[] }) => {
      if (!message.bodies) return;
      child.off("message", hear);
      resolve(message.bodies);
    };
    child.on("message", hear);
    child.send("dump caches", (error) => error && reject(error));
  });
}

function follow(child: ChildProcess) {
  let text = "";
  mkdirSync(resolve(".data/logs"), { recursive: true });
  const hear = (bytes: Buffer) => {
    text = (text + bytes.toString()).slice(-200_000);
    appendFileSync(resolve(".data/logs/trust-site.log"), bytes);
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  const gone = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
  return { gone, output: () => text };
}
