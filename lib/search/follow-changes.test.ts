import { sql } from "drizzle-orm";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { makeAnswer, makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { type Member, visitor } from "@/lib/members/actor";
import { type MeilisearchEngine, meilisearchFromEnvironment } from "@/lib/platform/search/meilisearch-engine";
import {
  freePort,
  hasMeilisearch,
  type RunningMeilisearch,
  startMeilisearch,
} from "@/lib/platform/search/meilisearch-for-tests";
import { changeThreadStatus } from "@/lib/threads/change-thread-status";
import { followChanges } from "./follow-changes";
import { indexChanges } from "./index-changes";
import { rebuildSearch } from "./rebuild-search";
import { search } from "./search";

testDatabase();

let asker: Member;
let manager: Member;
let followers: { stop: () => Promise<void> }[] = [];
let category: string;

beforeAll(async () => {
  [asker, manager] = await Promise.all([makeMember(), makeMember({ role: "manager" })]);
  category = (await makeCategory()).slug;
});
afterEach(async () => {
  for (const follower of followers) await follower.stop();
  followers = [];
});
const start = () => followers.push(followChanges());
const find = async (q: string) => (await search(visitor, { q })).hits.map(({ id }) => id);
const change = (query: ReturnType<typeof sql>) => inTransaction((tx) => tx.execute(query));

describe("the index in the database", () => {
  test("follows a write within five seconds", async () => {
    start();
    const { id } = await makeThread(asker, { title: "The kettle whistles too loudly", category });
    await expect.poll(() => find("kettle"), { timeout: 20_000 }).toEqual([id]);
    await makeAnswer(manager, id, "Put a marmalade jar on it.");
    await expect.poll(() => find("marmalade"), { timeout: 20_000 }).toEqual([id]);
  });

  test("keeps its counts as if counted anew, whatever was written in between", async () => {
    const counts = async () => ({
      terms: (
        await db.execute(
          sql`select locale, term, documents from search_terms where documents > 0 order by locale, term`,
        )
      ).rows,
      totals: (await db.execute(sql`select * from search_totals where documents > 0 order by locale`)).rows,
    });
    const thread = await makeThread(asker, { title: "Counted teapot", category, locale: "de" });
    await indexChanges();
    await makeAnswer(manager, thread.id, "Teekannen tropfen nicht, wenn man Butter nimmt.");
    await indexChanges();
    await inTransaction((tx) => changeThreadStatus(tx, manager, thread.id, "hidden", "test"));
    await Promise.all([indexChanges(), indexChanges(), indexChanges()]);
    const before = await counts();
    await rebuildSearch();
    expect(await counts()).toEqual(before);
  });

  test("is repaired after a crash that left the outbox, lost documents and forgot removals", async () => {
    const left = await makeThread(asker, { title: "Abandoned waffle iron", category });
    const lost = await makeThread(asker, { title: "Forgotten raclette grill", category });
    const gone = await makeThread(asker, { title: "Vanished fondue pot", category });
    await indexChanges();
    await inTransaction((tx) => changeThreadStatus(tx, manager, gone.id, "hidden", "test"));
    await change(sql`delete from search_outbox`);
    await change(sql`delete from search_documents where doc_id = ${lost.id}`);
    await change(sql`update search_documents set title = 'old' where doc_id = ${left.id}`);
    start();
    await expect.poll(() => find("waffle"), { timeout: 20_000 }).toEqual([left.id]);
    await expect.poll(() => find("raclette"), { timeout: 20_000 }).toEqual([lost.id]);
    await expect.poll(() => keys(), { timeout: 20_000 }).not.toContain(`thread:${gone.id}`);
  });

  test("rebuilding repairs everything and may be repeated", async () => {
    const wanted = await wantedKeys();
    await change(sql`delete from search_documents`);
    await change(sql`delete from search_terms`);
    await change(sql`delete from search_totals`);
    const report = await rebuildSearch();
    expect(report.documents).toBe(wanted.length);
    expect(await keys()).toEqual(wanted);
    expect(await find("raclette")).toHaveLength(1);
    await rebuildSearch();
    expect(await keys()).toEqual(wanted);
  });
});

describe.skipIf(!hasMeilisearch || Boolean(process.env.MEILI_URL))("Meilisearch", () => {
  let running: RunningMeilisearch;
  let home: string;
  let port: number;
  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), "kundig-follow-"));
    port = await freePort();
    running = await startMeilisearch(port, home);
    process.env.MEILI_URL = running.url;
    process.env.MEILI_KEY = running.key;
    await change(sql`update search_documents set meili_version = -1`);
  });
  afterEach(async () => {
    for (const follower of followers) await follower.stop();
    followers = [];
    await running.stop();
    delete process.env.MEILI_URL;
    delete process.env.MEILI_KEY;
    rmSync(home, { recursive: true, force: true });
  });
  afterAll(() => change(sql`delete from search_documents where meili_deleted`));

  test("is filled, follows, forgets, and equals the database row by row", async () => {
    start();
    await expect.poll(() => same().catch(() => false), { timeout: 15_000 }).toBe(true);
    const { id } = await makeThread(asker, { title: "The samovar hums", category });
    await expect
      .poll(
        () =>
          engine()
            .search(asking("samovar"))
            .then(({ hits }) => hits.map(({ key }) => key)),
        { timeout: 20_000 },
      )
      .toEqual([`thread:${id}`]);
    await inTransaction((tx) => changeThreadStatus(tx, manager, id, "hidden", "test"));
    await expect
      .poll(
        () =>
          engine()
            .search(asking("samovar"))
            .then(({ hits }) => hits),
        { timeout: 20_000 },
      )
      .toEqual([]);
    await expect.poll(() => same().catch(() => false), { timeout: 20_000 }).toBe(true);
    await expect
      .poll(async () => (await db.execute(sql`select 1 from search_documents where meili_deleted`)).rows, {
        timeout: 20_000,
      })
      .toEqual([]);
  });

  test("is repaired after it was killed, and after it lost everything", async () => {
    start();
    await expect.poll(() => same().catch(() => false), { timeout: 15_000 }).toBe(true);
    await running.stop();
    const { id } = await makeThread(asker, { title: "The pressure cooker sings", category });
    await expect.poll(() => find("pressure cooker"), { timeout: 20_000 }).toContain(id);
    rmSync(join(home, "data"), { recursive: true, force: true });
    running = await startMeilisearch(port, home);
    await expect.poll(() => same().catch(() => false), { timeout: 30_000, interval: 500 }).toBe(true);
  }, 60_000);

  test("is rebuilt without a moment of emptiness", async () => {
    start();
    await expect.poll(() => same().catch(() => false), { timeout: 15_000 }).toBe(true);
    let empty = 0;
    let rebuilding = true;
    const watching = (async () => {
      while (rebuilding) {
        if ((await engine().search(asking("raclett"))).hits.length === 0) empty += 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    const during = makeThread(asker, { title: "Asked while the index was rebuilt", category });
    const report = await rebuildSearch();
    rebuilding = false;
    await Promise.all([watching, during]);
    expect(empty).toBe(0);
    expect(report.meilisearch).toBeGreaterThan(0);
    await expect.poll(() => same().catch(() => false), { timeout: 15_000 }).toBe(true);
  }, 60_000);

  function engine(): MeilisearchEngine {
    const found = meilisearchFromEnvironment();
    if (!found) throw new Error("no Meilisearch");
    return found;
  }

  const asking = (term: string) => ({
    words: [
      {
        text: term,
        position: 0,
        open: false,
        share: 1,
        terms: [{ locale: "en" as const, term, documents: 1, titles: 1, weight: 1 }],
      },
    ],
    phrases: [],
    excluded: [],
    filter: { audiences: ["public"] },
    limit: 10,
  });

  async function same(): Promise<boolean> {
    const theirs = new Map<string, number>();
    for await (const portion of engine().list())
      for (const { key, version } of portion) theirs.set(key, version);
    const { rows } = await db.execute<{ key: string; version: string }>(
      sql`select kind || ':' || doc_id as key, version from search_documents where not meili_deleted`,
    );
    const wanted = await wantedKeys();
    return (
      rows.length === wanted.length &&
      theirs.size === rows.length &&
      rows.every(({ key, version }) => theirs.get(key) === Number(version))
    );
  }
});

/** What the index holds, and what it should hold. */
async function keys(): Promise<string[]> {
  const { rows } = await db.execute<{ key: string }>(
    sql`select kind || ':' || doc_id as key from search_documents where not meili_deleted order by 1`,
  );
  return rows.map(({ key }) => key);
}

async function wantedKeys(): Promise<string[]> {
  const { rows } = await db.execute<{ key: string }>(
    sql`select 'thread:' || id as key from threads where status = 'published' order by 1`,
  );
  return rows.map(({ key }) => key);
}
