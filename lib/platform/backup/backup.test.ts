import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { extract } from "tar-stream";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db, inTransaction } from "@/db/client";
import { files, mails, members, oneTimeTokens, searchDocuments, sessions } from "@/db/schema";
import { databaseUrl } from "@/db/testing/cluster";
import { makeAnswer, makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing";
import { putFile, readStored } from "../files/storage";
import type { BackupManifest } from "./backup-format";
import { restoreBackup } from "./restore-backup";
import { writeBackup } from "./write-backup";

// Whole databases are made here, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });
const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "kundig-backup-"));
const file = join(folder, "kundig.tar.gz");
/** More than is held in memory at once. */
const film = Buffer.alloc(2_500_000, "picture");
const made: string[] = [];
let key = "";
process.env.KUNDIG_DATA_DIR = join(folder, "data");

beforeAll(async () => {
  const [asker, helper] = [await makeMember({ name: "asker" }), await makeMember({ name: "helper" })];
  const category = await makeCategory({ slug: "top" });
  await makeCategory({ slug: "below", parentId: category.id });
  const odd = "Tab\there, backslash \\ and \\N, quote ' and \"emoji 🐟\", line\nbreak, \\. alone:\n\\.\nend";
  const thread = await makeThread(asker, { category: "below", body: odd, tags: ["one", "two"] });
  await makeAnswer(helper, thread.id, odd);
  const stored = await putFile(film);
  key = stored.key;
  await inTransaction(async (tx) => {
    await tx.insert(files).values({ id: key, ownerId: asker.id, name: "a.webp", mime: "image/webp", size: film.length, sha256: stored.sha256 });
    await tx.insert(sessions).values({ tokenHash: "hash", memberId: asker.id, expiresAt: new Date(Date.now() + 1e6) });
    await tx.insert(oneTimeTokens).values({ tokenHash: "hash", purpose: "sign_in", email: "a@b.test", expiresAt: new Date(Date.now() + 1e6) });
    await tx.insert(mails).values({ toAddress: "a@b.test", locale: "en", kind: "test", subject: "s", text: "t", html: "h" });
  });
  await writeBackup(database.url(), file);
});
afterAll(async () => {
  for (const name of made) await onServer(`drop database if exists ${name} with (force)`);
  rmSync(folder, { recursive: true, force: true });
});

async function onServer(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.KUNDIG_TEST_SERVER });
  await client.connect();
  await client.query(text).finally(() => client.end());
}

async function emptyDatabase(): Promise<string> {
  const name = `test_${process.pid}_restore_${made.length}`;
  made.push(name);
  await onServer(`create database ${name} template template0`);
  return databaseUrl(process.env.KUNDIG_TEST_SERVER ?? "", name);
}

async function query<T>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(text).finally(() => client.end());
  return rows as T[];
}

async function manifestOf(path: string): Promise<BackupManifest> {
  const archive = extract();
  archive.end(gunzipSync(readFileSync(path)));
  for await (const entry of archive) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    if (entry.header.name === "manifest.json") return JSON.parse(Buffer.concat(chunks).toString()) as BackupManifest;
  }
  throw new Error("no manifest");
}

test("what comes back is what was there: every table has the same rows, count and hash", async () => {
  const url = await emptyDatabase();
  await db.delete(files).execute();
  rmSync(join(folder, "data"), { recursive: true, force: true });
  const report = await restoreBackup(url, file);
  expect(report).toMatchObject({ files: 1, missing: [], lettersKept: 1, jobs: true });
  expect((await readStored(key))?.equals(film)).toBe(true);
  const again = join(folder, "again.tar.gz");
  await writeBackup(url, again);
  const [before, after] = [await manifestOf(file), await manifestOf(again)];
  const changed = Object.keys(before.tables).filter((name) => JSON.stringify(before.tables[name]) !== JSON.stringify(after.tables[name]));
  // The waiting letter is kept, so its table differs, and it alone.
  expect(changed).toEqual(["public.mails"]);
  expect(before.tables["public.threads"]).toMatchObject({ rows: 1 });
  expect(before.tables["graphile_worker._private_jobs"]?.rows).toBeGreaterThan(0);
  expect(after.sequences).toEqual(before.sequences);
});

test("what may be used once is void, and ids go on where they were", async () => {
  const url = await emptyDatabase();
  await restoreBackup(url, file);
  const [left] = await query<Record<string, number>>(url, "select (select count(*)::int from sessions) as sessions, (select count(*)::int from one_time_tokens) as links, (select count(*)::int from mails where state = 'queued') as waiting");
  expect(left).toEqual({ sessions: 0, links: 0, waiting: 0 });
  const [last] = await query<{ id: string }>(url, "select max(id) as id from members");
  const [next] = await query<{ id: string }>(url, "insert into members (name, display_name) values ('new', 'New') returning id");
  expect(Number(next?.id)).toBeGreaterThan(Number(last?.id));
  await expect(query(url, "insert into answers (thread_id, author_id, body, body_html) values (999, 999, '', '')")).rejects.toThrow(/foreign key/);
});

test("leaves a database alone that is not empty", async () => {
  const before = await db.select().from(members);
  await expect(restoreBackup(database.url(), file)).rejects.toThrow(/not empty/);
  expect(await db.select().from(members)).toEqual(before);
});

test("replaces what is there only when told to", async () => {
  const url = await emptyDatabase();
  await restoreBackup(url, file);
  await query(url, "update members set display_name = 'Changed'");
  await restoreBackup(url, file, { replace: true });
  expect(await query(url, "select 1 from members where display_name = 'Changed'")).toEqual([]);
});

test.each([
  ["cut in the middle", (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))],
  ["cut at the end of an entry", (bytes: Buffer) => gzipSync(withoutManifest(gunzipSync(bytes)))],
  ["with one word changed", (bytes: Buffer) => gzipSync(Buffer.from(gunzipSync(bytes).toString("latin1").replace("emoji", "emojy"), "latin1"))],
  ["no archive at all", () => Buffer.from("hello")],
])("shouts when the file is %s, and leaves nothing behind", async (_, damage) => {
  const url = await emptyDatabase();
  const broken = join(folder, "broken.tar.gz");
  writeFileSync(broken, damage(readFileSync(file)));
  await expect(restoreBackup(url, broken)).rejects.toMatchObject({ name: "Mistake" });
  const rows = await query<{ there: string | null }>(url, "select to_regclass('public.members')::text as there");
  if (rows[0]?.there) expect(await query(url, "select 1 from members")).toEqual([]);
});

function withoutManifest(tar: Buffer): Buffer {
  return tar.subarray(0, tar.lastIndexOf("manifest.json"));
}

test("is one moment: what is written meanwhile is in it whole or not at all", async () => {
  const author = await makeMember();
  const category = (await makeCategory()).slug;
  let stopped = false;
  const writing = (async () => {
    while (!stopped) {
      const { id } = await makeThread(author, { category });
      await makeAnswer(author, id);
    }
  })();
  const path = join(folder, "busy.tar.gz");
  await writeBackup(database.url(), path).finally(() => (stopped = true));
  await writing;
  const url = await emptyDatabase();
  // Foreign keys and counters would tell.
  await restoreBackup(url, path);
  const torn = await query(url, "select 1 from threads t where answer_count <> (select count(*) from answers a where a.thread_id = t.id)");
  expect(torn).toEqual([]);
});

test("the search index is left out: it is made anew", async () => {
  expect((await manifestOf(file)).tables).not.toHaveProperty("public.search_documents");
  expect(await db.select().from(searchDocuments)).toEqual([]);
});
