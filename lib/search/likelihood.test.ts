import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { testDatabase } from "@/db/testing";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { SearchDocument } from "@/lib/platform/search/engine";
import { postgresEngine } from "@/lib/platform/search/postgres-engine";
import { referenceRoot } from "@/lib/platform/testing/reference-data";
import { type Label, pickThreshold, targetPrecision } from "./pick-threshold";
import { fill, find } from "./quality-run";
import { type Asked, relatedQuestions, stackFaq } from "./quality-sets";
import { shippedThreshold } from "./tuning";

testDatabase();
vi.setConfig({ testTimeout: 300_000 });

const shown = 5;

describe.skipIf(!existsSync(join(referenceRoot, "stackfaq")))("of suggestions above a threshold four of five are right", () => {
  test("stackfaq: learnt on one half, held on the other", async () => {
    const learnt = stackFaq("queries-train.jsonl.gz");
    const labels = await label(learnt.documents, learnt.queries.slice(0, 400), "en");
    const held = await label(learnt.documents, stackFaq("queries-valid.jsonl.gz").queries, "en");
    const { threshold } = pickThreshold(labels, 0.3, shippedThreshold);
    for (const at of [threshold, shippedThreshold]) {
      const { precision, recall } = measure(held, at);
      console.log(`stackfaq from ${at.toFixed(2)} on: precision ${precision.toFixed(3)}, ${(recall * 100).toFixed(0)} % of the right ones shown`);
      expect(precision).toBeGreaterThanOrEqual(targetPrecision - 0.03);
      expect(recall).toBeGreaterThan(0.45);
    }
  });

  test("Qatar Living: the surer, the more often right", async () => {
    const { documents, queries } = relatedQuestions();
    const labels = await label(documents, queries, "en");
    const [unsure, sure] = [measure(labels, 0), measure(labels, 0.6)];
    console.log(`Qatar Living: precision ${unsure.precision.toFixed(3)} of all, ${sure.precision.toFixed(3)} from 0.6 on`);
    expect(sure.precision).toBeGreaterThan(2 * unsure.precision);
  });
});

async function label(documents: SearchDocument[], queries: Asked[], locale: Locale): Promise<Label[]> {
  await fill(postgresEngine, documents);
  const labels: Label[] = [];
  for (const { text, keys } of queries) {
    const { found } = await find(postgresEngine, text, locale);
    for (const { key, likelihood } of found.slice(0, shown)) labels.push({ score: likelihood, good: keys.has(key) });
  }
  return labels;
}

function measure(labels: Label[], threshold: number): { precision: number; recall: number } {
  const above = labels.filter(({ score }) => score >= threshold);
  const right = above.filter(({ good }) => good).length;
  return { precision: right / Math.max(1, above.length), recall: right / labels.filter(({ good }) => good).length };
}
