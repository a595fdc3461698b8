import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Meilisearch } from "meilisearch";
import { searchDocument } from "@/db/testing/search-document";
import type { EngineQuery, SearchDocument } from "./engine";
import { meilisearchEngine } from "./meilisearch-engine";
import { hasMeilisearch, type RunningMeilisearch, startMeilisearch } from "./meilisearch-for-tests";
import { isSupportedVersion, wrongVersion } from "./meilisearch-version";

test.each([
  ["1.50.0", true],
  ["1.61.3", true],
  ["1.49.9", false],
  ["1.5.0", false],
  ["0.30.1", false],
  ["2.0.0", false],
  ["unknown", false],
])("version %s is one we can talk to: %s", (version, supported) => expect(isSupportedVersion(version)).toBe(supported));

test("a wrong version is said in one line, with what to do", () => {
  expect(wrongVersion("1.12.3")).toMatch(/^Meilisearch at MEILI_URL is version 1\.12\.3, .*install it.*empty --db-path[^\n]*$/);
});

describe.skipIf(!hasMeilisearch)("Meilisearch itself", () => {
  const uid = `own_${process.pid}`;
  let running: RunningMeilisearch;
  let master: Meilisearch;
  beforeAll(async () => {
    running = await startMeilisearch();
    master = new Meilisearch({ host: running.url, apiKey: running.key });
  });
  afterAll(async () => {
    await master.deleteIndex(uid).waitTask();
    await running.stop();
  });

  test("is asked with a key that may only search, and filled with one that may only fill", async () => {
    const engine = meilisearchEngine(running.url, running.key, uid);
    await engine.replaceAll(only("whistle"));
    await engine.search(asking("whistl"));
    expect(await engine.areOwnKeys()).toBe(true);
    const { results } = await master.getKeys({ limit: 100 });
    const own = results.filter(({ name }) => name?.endsWith(uid));
    const searching = own.find(({ name }) => name?.includes("searching"));
    expect(searching).toMatchObject({ actions: ["search"], indexes: [uid, `${uid}_next`, `${uid}_meaning`] });
    expect(own.find(({ name }) => name?.includes("indexing"))?.actions).not.toContain("search");
    const reader = new Meilisearch({ host: running.url, apiKey: searching?.key });
    await expect(reader.index(uid).deleteAllDocuments()).rejects.toThrow(/invalid/);
    await expect(reader.index("another").search("x")).rejects.toThrow(/authorized indexes/);
    // The same keys come out again, in every process.
    await meilisearchEngine(running.url, running.key, uid).search(asking("whistl"));
    expect((await master.getKeys({ limit: 100 })).results.filter(({ name }) => name?.endsWith(uid))).toHaveLength(own.length);
  });

  test("makes its keys again when they are gone, and works with a key that may make none", async () => {
    const engine = meilisearchEngine(running.url, running.key, uid);
    await engine.search(asking("whistl"));
    for (const { uid: key, name } of (await master.getKeys({ limit: 100 })).results) if (name?.endsWith(uid)) await master.deleteKey(key);
    expect((await engine.search(asking("whistl"))).hits).toHaveLength(1);
    const narrow = await master.createKey({ actions: ["search"], indexes: [uid], expiresAt: null });
    const reading = meilisearchEngine(running.url, narrow.key, uid);
    expect((await reading.search(asking("whistl"))).hits).toHaveLength(1);
    expect(await reading.areOwnKeys()).toBe(false);
    expect(await reading.lastDump()).toBeUndefined();
    await expect(reading.countDocuments()).rejects.toMatchObject({ cause: { code: "invalid_api_key" } });
  });

  test("knows when the last dump was made", async () => {
    const engine = meilisearchEngine(running.url, running.key, uid);
    const before = await engine.lastDump();
    const { finishedAt } = await master.createDump().waitTask();
    expect((await engine.lastDump())?.toISOString()).toBe(new Date(finishedAt ?? 0).toISOString());
    expect(before).not.toEqual(await engine.lastDump());
  });

  test("knows by which settings its index was made, and is filled anew while searches run", async () => {
    const engine = meilisearchEngine(running.url, running.key, uid);
    expect(await engine.state()).toBe("ready");
    await master.index(uid).updateSynonyms({ kundigsettingsversion: ["of-yesterday"] }).waitTask();
    expect(await engine.state()).toBe("outdated");
    let [asked, empty, filling] = [0, 0, true];
    const watching = (async () => {
      while (filling) {
        asked += 1;
        if ((await engine.search(asking("whistl"))).hits.length === 0) empty += 1;
      }
    })();
    await engine.replaceAll(only("whistle", "kettle"));
    filling = false;
    await watching;
    expect(await engine.state()).toBe("ready");
    expect(empty).toBe(0);
    expect(asked).toBeGreaterThan(5);
    expect(await engine.countDocuments()).toBe(2);
    await expect(master.getIndex(`${uid}_next`)).rejects.toThrow(/not found/);
  });
});

async function* only(...words: string[]): AsyncGenerator<SearchDocument[]> {
  yield words.map((word, index) => searchDocument(`thread:${index + 1}`, { title: `The ${word}` }));
}

function asking(term: string): EngineQuery {
  const terms = [{ locale: "en" as const, term, documents: 1, titles: 1, weight: 1 }];
  return { words: [{ text: term, position: 0, open: false, share: 1, terms }], phrases: [], excluded: [], filter: { audiences: ["public"] }, limit: 10 };
}
