import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { testDatabase } from "@/db/testing";
import type { SearchEngine } from "@/lib/platform/search/engine";
import { meilisearchEngine } from "@/lib/platform/search/meilisearch-engine";
import { hasMeilisearch, type RunningMeilisearch, startMeilisearch } from "@/lib/platform/search/meilisearch-for-tests";
import { postgresEngine } from "@/lib/platform/search/postgres-engine";
import { referenceRoot } from "@/lib/platform/testing/reference-data";
import { fill, meanReciprocalRank } from "./quality-run";
import { type Asked, banking, debianFaq, gnomeHelp, lines, type QuestionSet, stackFaq } from "./quality-sets";

testDatabase();
vi.setConfig({ testTimeout: 300_000 });

/** A floor is a little below what was reached; the other number is how much one misspelt word in each query may cost. */
const sets: [string, () => QuestionSet, number, number?][] = [
  ["stackfaq, held-out paraphrases", () => stackFaq("queries-valid.jsonl.gz"), 0.865, 0.012],
  ["GNOME help in English", () => gnomeHelp("en"), 0.885, 0.012],
  ["GNOME help in German", () => gnomeHelp("de"), 0.855, 0.012],
  ["Debian FAQ in German, question to answer", debianFaq, 0.47],
  ["banking77, same intent", () => banking(100), 0.8],
];

describe.skipIf(!existsSync(join(referenceRoot, "stackfaq")))("of questions that people asked elsewhere, the right one comes first", () => {
  test.each(sets)("postgres: %s", async (name, load, floor, loss) => {
    await judge(postgresEngine, name, load(), floor, loss);
  });

  describe.skipIf(!hasMeilisearch)("with Meilisearch", () => {
    let running: RunningMeilisearch;
    beforeAll(async () => {
      running = await startMeilisearch();
    });
    afterAll(() => running.stop());

    test.each(sets)("meilisearch: %s", async (name, load, floor, loss) => {
      const engine = meilisearchEngine(running.url, running.key, `quality_${process.pid}`);
      await judge(engine, name, load(), floor, loss);
    });
  });
});

async function judge(engine: SearchEngine, name: string, { documents, queries, locale }: QuestionSet, floor: number, loss?: number) {
  await fill(engine, documents);
  const reached = await meanReciprocalRank(engine, queries, locale);
  console.log(`${engine.name}, ${name}: MRR@10 ${reached.toFixed(3)}`);
  expect(reached).toBeGreaterThanOrEqual(floor);
  if (loss === undefined) return;
  const changed = misspelt(queries, locale);
  const right = await meanReciprocalRank(engine, changed.map(({ right }) => right), locale);
  const wrong = await meanReciprocalRank(engine, changed.map(({ wrong }) => wrong), locale);
  const lost = ((right - wrong) * changed.length) / queries.length;
  console.log(`${engine.name}, ${name}: ${changed.length} of ${queries.length} with a misspelt word lose ${lost.toFixed(4)} of the whole`);
  expect(lost).toBeLessThanOrEqual(loss);
}

/** Queries of which a word is in the list of common misspellings, as they are and with that word misspelt. */
function misspelt(queries: Asked[], locale: string): { right: Asked; wrong: Asked }[] {
  const known = new Map(
    lines<{ lang: string; wrong: string; right: string }>("typos/typos.jsonl.gz")
      .filter(({ lang }) => lang === locale)
      .map(({ wrong, right }) => [right.toLowerCase(), wrong]),
  );
  return queries.flatMap((right) => {
    const word = right.text.split(/[^\p{L}]+/u).find((each) => each.length > 3 && known.has(each.toLowerCase()));
    const wrong = word && known.get(word.toLowerCase());
    return wrong ? [{ right, wrong: { ...right, text: right.text.replace(word, wrong) } }] : [];
  });
}
