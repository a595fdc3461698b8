import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { testDatabase } from "@/db/testing";
import { searchDocument } from "@/db/testing/search-document";
import type { SearchDocument, SearchEngine } from "@/lib/platform/search/engine";
import { bestPassage, highlight } from "@/lib/platform/search/highlight";
import { meilisearchEngine } from "@/lib/platform/search/meilisearch-engine";
import { hasMeilisearch, type RunningMeilisearch, startMeilisearch } from "@/lib/platform/search/meilisearch-for-tests";
import { postgresEngine } from "@/lib/platform/search/postgres-engine";
import { referenceRoot } from "@/lib/platform/testing/reference-data";
import { fragmentsIn, type GoldPair, makeGoldPairs, ownPairs } from "./german-pairs";
import { fill, find } from "./quality-run";
import { germanArticles } from "./quality-sets";
import { soughtIn } from "./read-hits";

testDatabase();
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

const hasData = existsSync(join(referenceRoot, "alchemy-insights-de"));
const ownDocuments = ownPairs.map(([, text], index) => searchDocument(`article:${index + 1}`, { locale: "de", title: "Hinweis", body: `Hier geht es um ${text} und sonst um wenig.` }));

describe("postgres", () => judged(() => postgresEngine));

describe.skipIf(!hasMeilisearch)("meilisearch", () => {
  let running: RunningMeilisearch;
  let engine: SearchEngine;
  beforeAll(async () => {
    running = await startMeilisearch();
    engine = meilisearchEngine(running.url, running.key, `pairs_${process.pid}`);
  });
  afterAll(() => running.stop());
  judged(() => engine);
});

function judged(engine: () => SearchEngine): void {
  describe("a word of one's own leads to the other form", () => {
    beforeAll(() => fill(engine(), ownDocuments));
    test.each(ownPairs.map(([asked, text], index) => [asked, text, index + 1] as const))("%s: %s", async (asked, text, id) => {
      const { found, query } = await find(engine(), asked, "de");
      expect(found.slice(0, 5).map(({ key }) => key)).toContain(`article:${id}`);
      const html = bestPassage([ownDocuments[id - 1]?.body ?? ""], soughtIn(query, "de"), "de");
      expect(html).toContain("<mark>");
      expect(fragmentsIn(html)).toEqual([]);
    });

    test("a lone letter or ending is never marked", async () => {
      const { query } = await find(engine(), "Sporthalle", "de");
      expect(highlight("Sporthalle, e, n, hall e und Halle", soughtIn(query, "de"), "de")).toBe(
        "<mark>Sporthalle</mark>, e, n, hall e und Halle",
      );
    });
  });

  test.skipIf(!hasData)("of pairs made from German articles nine of ten are found among the first five", async () => {
    const documents = germanArticles();
    const pairs = makeGoldPairs(documents);
    expect(pairs.length).toBeGreaterThanOrEqual(300);
    await fill(engine(), documents);
    const byKey = new Map(documents.map((document) => [document.key, document]));
    const missed: GoldPair[] = [];
    for (const pair of pairs) {
      const { found, query } = await find(engine(), pair.asked, "de");
      const first = found.slice(0, 5).flatMap(({ key }) => byKey.get(key) ?? []);
      if (!first.some(({ key }) => pair.keys.has(key))) missed.push(pair);
      const sought = soughtIn(query, "de");
      for (const { title, body } of first as SearchDocument[])
        expect(fragmentsIn(`${highlight(title, sought, "de")} ${bestPassage([body], sought, "de")}`)).toEqual([]);
    }
    for (const kind of new Set(pairs.map((pair) => pair.kind))) {
      const all = pairs.filter((pair) => pair.kind === kind).length;
      const lost = missed.filter((pair) => pair.kind === kind);
      console.log(`${engine().name}, ${kind}: recall@5 ${(1 - lost.length / all).toFixed(3)} of ${all}`);
    }
    console.log(`${engine().name}: recall@5 ${(1 - missed.length / pairs.length).toFixed(3)} of ${pairs.length} pairs`);
    expect(1 - missed.length / pairs.length).toBeGreaterThanOrEqual(0.9);
  });
}
