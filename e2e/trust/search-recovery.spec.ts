import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { startPostgres } from "@/bin/lib/postgres.mjs";
import { closeDatabase, db } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { type Member, visitor } from "@/lib/members/actor";
import { meilisearchEngine, type MeilisearchEngine } from "@/lib/platform/search/meilisearch-engine";
import { freePort, hasMeilisearch, type RunningMeilisearch, startMeilisearch } from "@/lib/platform/search/meilisearch-for-tests";
import { search } from "@/lib/search/search";
import { sql } from "drizzle-orm";

const isGiven = Boolean(process.env.MEILI_URL);

test.describe.configure({ mode: "serial" });
test.skip(!hasMeilisearch || isGiven, "skipped: there is no meilisearch on the PATH that may be killed");

const atRestMs = 2_000;
const afterKillMs = 5_000;
const heldMs = 15_000;
const settings = { fsync: "off" };

let folder: string;
let postgres: Awaited<ReturnType<typeof startPostgres>>;
let meilisearch: RunningMeilisearch;
let meiliPort: number;
let engine: MeilisearchEngine;
let worker: ChildProcess;
let asker: Member;
let category: string;
const written: number[] = [];

test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = mkdtempSync(join(tmpdir(), "kundig-recovery-"));
  postgres = await startPostgres({ dataDir: join(folder, "postgres"), settings });
  process.env.DATABASE_URL = postgres.url;
  process.env.AUTH_SECRET ??= "a-secret-that-only-the-tests-ever-see";
  await migrateDatabase(postgres.url);
  meiliPort = await freePort();
  meilisearch = await startMeilisearch(meiliPort, join(folder, "meilisearch"));
  Object.assign(process.env, { MEILI_URL: meilisearch.url, MEILI_KEY: meilisearch.key, MEILI_INDEX: "recovery" });
  engine = meilisearchEngine(meilisearch.url, meilisearch.key, "recovery");
  asker = await makeMember();
  category = (await makeCategory()).slug;
  worker = await startWorker();
});

test.afterAll(async () => {
  worker?.kill("SIGKILL");
  await meilisearch?.stop();
  await closeDatabase();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("at rest what is written is found within two seconds, by either engine", async () => {
  await untilSame();
  for (let round = 0; round < 3; round++) {
    await expectFound(await write(), atRestMs);
    await expectHeld();
  }
});

test("within five seconds of its return after kill -9: the engine", async () => {
  killHard(meilisearch.pid);
  const word = await write();
  await expectFound(word, atRestMs);
  meilisearch = await startMeilisearch(meiliPort, join(folder, "meilisearch"));
  await expectFound(word, afterKillMs);
  await expectHeld();
});

test("within five seconds of its return after kill -9: the app", async () => {
  killHard(worker.pid);
  const word = await write();
  worker = await startWorker();
  await expectFound(word, afterKillMs);
  await expectHeld();
});

test("within five seconds of its return after kill -9: the database", async () => {
  const word = await write();
  killHard(postgres.pid);
  await new Promise((resolve) => setTimeout(resolve, 500));
  postgres = await startPostgres({ dataDir: join(folder, "postgres"), settings });
  await expectFound(word, afterKillMs);
  await expectHeld();
});

test("the engine that lost everything is filled again, and in the end the index equals the database, row by row", async () => {
  killHard(meilisearch.pid);
  rmSync(join(folder, "meilisearch"), { recursive: true, force: true });
  meilisearch = await startMeilisearch(meiliPort, join(folder, "meilisearch"));
  await untilSame();
  const { rows } = await db.execute<{ id: string }>(sql`select id from threads where status = 'published'`);
  expect(rows.map(({ id }) => Number(id)).sort()).toEqual([...written].sort());
});

async function startWorker(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", "bin/serve.ts"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      KUNDIG_ROLE: "worker",
      KUNDIG_SAMPLE: "off",
      KUNDIG_DATA_DIR: folder,
      DATABASE_URL: postgres.url,
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await new Promise((resolve) => child.once("message", resolve));
  return child;
}

function killHard(pid: number | undefined): void {
  if (pid) process.kill(pid, "SIGKILL");
}

async function write(): Promise<string> {
  const word = [...randomBytes(12)].map((byte) => String.fromCharCode(97 + (byte % 26))).join("");
  written.push((await makeThread(asker, { title: `The ${word} is on fire`, category })).id);
  return word;
}

/** Found at once, since the database knows what is on its way; and soon held by the engine itself. */
async function expectHeld(): Promise<void> {
  await expect.poll(() => inMeilisearch(written.at(-1) ?? 0).catch(() => false), { timeout: heldMs, intervals: [100] }).toBe(true);
}

async function expectFound(word: string, withinMs: number): Promise<void> {
  const find = () => search(visitor, { q: `${word} ` }).then(({ hits }) => hits.map(({ id }) => id), () => []);
  await expect.poll(find, { timeout: withinMs, intervals: [50] }).toEqual([written.at(-1)]);
}

async function inMeilisearch(id: number): Promise<boolean> {
  return (await listMeilisearch()).has(`thread:${id}`);
}

async function listMeilisearch(): Promise<Map<string, number>> {
  const theirs = new Map<string, number>();
  for await (const portion of engine.list()) for (const { key, version } of portion) theirs.set(key, version);
  return theirs;
}

/** Every key with its version, no more and no less. */
async function untilSame(): Promise<void> {
  const difference = async () => {
    const theirs = await listMeilisearch();
    const { rows } = await db.execute<{ key: string; version: string }>(sql`
      select 'thread:' || t.id as key, d.version from threads t left join search_documents d on d.kind = 'thread' and d.doc_id = t.id where t.status = 'published'`);
    const wrong = rows.filter(({ key, version }) => theirs.get(key) !== Number(version));
    return wrong.length + Math.abs(theirs.size - rows.length);
  };
  await expect.poll(() => difference().catch(String), { timeout: 60_000, intervals: [200] }).toBe(0);
}
