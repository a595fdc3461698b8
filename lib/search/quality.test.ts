import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { testDatabase } from "@/db/testing";
import { referenceRoot } from "@/lib/platform/testing/reference-data";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { SearchDocument, SearchEngine } from "@/lib/platform/search/engine";
import { meilisearchEngine } from "@/lib/platform/search/meilisearch-engine";
import {
  hasMeilisearch,
  type RunningMeilisearch,
  startMeilisearch,
} from "@/lib/platform/search/meilisearch-for-tests";
import { parseQuery } from "@/lib/platform/search/parse-query";
import { postgresEngine } from "@/lib/platform/search/postgres-engine";
import { rank } from "@/lib/platform/search/rank";
import { readCandidates } from "@/lib/platform/search/read-candidates";
import { understandQuery } from "@/lib/platform/search/understand-query";

const data = referenceRoot;
type Asked = { text: string; key: string };
type QuestionSet = { locale: Locale; documents: SearchDocument[]; queries: Asked[] };

testDatabase();
vi.setConfig({ testTimeout: 120_000 });

const sets: [string, () => QuestionSet, number][] = [
  ["stackfaq, held-out paraphrases", () => stackFaq("queries-valid.jsonl.gz"), 0.86],
  ["GNOME help in English", () => gnomeHelp("en"), 0.88],
  ["GNOME help in German", () => gnomeHelp("de"), 0.84],
];

describe.skipIf(!existsSync(join(data, "stackfaq")))(
  "of questions that people asked elsewhere, the right one comes first",
  () => {
    test.each(sets)("postgres: %s", async (name, load, floor) => {
      await judge(postgresEngine, name, load(), floor);
    });

    describe.skipIf(!hasMeilisearch)("with Meilisearch", () => {
      let running: RunningMeilisearch;
      beforeAll(async () => {
        running = await startMeilisearch();
      });
      afterAll(() => running.stop());

      test.each(sets)("meilisearch: %s", async (name, load, floor) => {
        const engine = meilisearchEngine(running.url, running.key, `quality_${process.pid}`);
        await judge(engine, name, load(), floor);
      });
    });
  },
);

async function judge(
  engine: SearchEngine,
  name: string,
  { documents, queries, locale }: QuestionSet,
  floor: number,
): Promise<void> {
  await postgresEngine.replaceAll(once(documents));
  if (engine !== postgresEngine) await engine.replaceAll(once(documents));
  const reached = await meanReciprocalRank(engine, queries, locale);
  console.log(`${engine.name}, ${name}: MRR@10 ${reached.toFixed(3)}`);
  expect(reached).toBeGreaterThanOrEqual(floor);
}

async function meanReciprocalRank(engine: SearchEngine, queries: Asked[], locale: Locale): Promise<number> {
  let sum = 0;
  for (const { text, key } of queries) {
    const query = await understandQuery(parseQuery(text), { audiences: ["public"], locale }, 150);
    const { hits } = await engine.search(query);
    const candidates = await readCandidates(
      hits.map((hit) => hit.key),
      query,
    );
    const place = rank(candidates, query.words, query.statistics).findIndex((found) => found.key === key);
    if (place >= 0 && place < 10) sum += 1 / (place + 1);
  }
  return sum / queries.length;
}

async function* once(documents: SearchDocument[]) {
  yield documents;
}

function stackFaq(queries: string): QuestionSet {
  const questions = lines<{ id: number; question: string; answers: string[] }>("stackfaq/faq.jsonl.gz");
  return {
    locale: "en",
    documents: questions.map(({ id, question, answers }) =>
      documentOf(`thread:${id + 1}`, "en", question, "", answers.join("\n")),
    ),
    queries: lines<{ faq: number; text: string }>(`stackfaq/${queries}`).map(({ faq, text }) => ({
      text,
      key: `thread:${faq + 1}`,
    })),
  };
}

function gnomeHelp(locale: Locale): QuestionSet {
  const folder = mkdtempSync(join(tmpdir(), "kundig-quality-"));
  try {
    execFileSync("tar", ["xzf", join(data, "gnome-help/articles.tar.gz"), "-C", folder]);
    const files = readdirSync(join(folder, locale), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .sort();
    const pages = files.map((name) => readFileSync(join(folder, locale, name), "utf8"));
    const ids = pages.map((page) => /^id: (.*)$/m.exec(page)?.[1] ?? "");
    return {
      locale,
      documents: pages.map((page, index) => {
        const title = JSON.parse(/^title: (.*)$/m.exec(page)?.[1] ?? '""') as string;
        const body = page.replace(/^---\n[\s\S]*?\n---\n\s*# .*\n/, "").replace(/\]\([^)]*\)/g, "]");
        return documentOf(`article:${index + 1}`, locale, title, body, "");
      }),
      queries: lines<{ query: string; id: string; lang: string }>("gnome-help/queries-dev.jsonl.gz")
        .filter(({ lang }) => lang === locale)
        .map(({ query, id }) => ({ text: query, key: `article:${ids.indexOf(id) + 1}` })),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function documentOf(
  key: string,
  locale: Locale,
  title: string,
  body: string,
  replies: string,
): SearchDocument {
  const at = new Date(0);
  return {
    key,
    locale,
    title,
    body,
    replies,
    answer: "",
    audience: "public",
    categoryId: 1,
    tags: [],
    state: "solved",
    url: "",
    authorName: "",
    authorId: null,
    products: [],
    score: 0,
    createdAt: at,
    updatedAt: at,
    version: 1,
  };
}

function lines<T>(path: string): T[] {
  return gunzipSync(readFileSync(join(data, path)))
    .toString("utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
}
