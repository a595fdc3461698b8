import { closeDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { freshDatabase } from "../site";
import { embeddingsFromEnvironment } from "@/lib/platform/search/embeddings";
import { fillEmbeddings, type Refused } from "@/lib/search/fill-embeddings";
import type { Row } from "../pages";
import { askSite, meanReciprocalRank } from "./ask";
import { plainBm25 } from "./bm25";
import { indexAll } from "./bulk-load";
import { type Collection, collections, type Question } from "./collections";
import { type Engine, startOn } from "./engines";
import { misspell } from "./misspell";

type Show = (row: Row) => void;
type Mean = { right: number; misspelt: number; questions: number };

/** How often the right answer comes first, each collection in a community of its own, asked through REST as a visitor. */
export async function measureQuality(server: string, engines: Engine[], show: Show, tell: (line: string) => void): Promise<void> {
  const means = new Map<string, Mean>();
  for (const collection of collections) {
    tell(collection.name);
    await measureCollection(server, collection, engines, show, means);
  }
  for (const [name, { right, misspelt, questions }] of means) {
    const loss = Math.round(((right - misspelt) / questions) * 1000) / 1000;
    show({ what: `one word misspelt, ${name}`, value: loss, unit: "lost", reach: "≤ 0.008", ok: loss <= 0.008 });
  }
}

async function measureCollection(server: string, { name, locale, load, reach, misspelt }: Collection, engines: Engine[], show: Show, means: Map<string, Mean>): Promise<void> {
  const own = process.env.DATABASE_URL;
  const database = await freshDatabase(server, "kundig_bench_search");
  process.env.DATABASE_URL = database.url;
  try {
    await migrateDatabase(database.url);
    const questions = await load();
    await indexAll();
    const isMeaningful = await giveVectors();
    const bm25 = await meanReciprocalRank(questions, await plainBm25(locale));
    for (const engine of engines) {
      const site = await startOn(engine, database.url, `bench_${process.pid}_${collectionId++}`);
      try {
        const ask = async (text: string) => (await askSite(site.url, text, { locale })).keys;
        const mean = await meanReciprocalRank(questions, ask);
        const wanted = reach[engine.name];
        show({ what: `${name} · ${engine.name}`, value: mean, unit: "MRR@10", beside: `BM25 ${bm25}`, reach: `≥ ${wanted}`, ok: mean >= wanted });
        if (isMeaningful) await measureMeaning(engine, database.url, { name, locale, questions, mean }, show);
        if (!misspelt) continue;
        const wrong = await meanReciprocalRank(questions, (text) => ask(misspell(text, locale)));
        const key = `${locale} · ${engine.name}`;
        const so = means.get(key) ?? { right: 0, misspelt: 0, questions: 0 };
        means.set(key, { right: so.right + mean * questions.length, misspelt: so.misspelt + wrong * questions.length, questions: so.questions + questions.length });
      } finally {
        await site.stop();
      }
    }
  } finally {
    await closeDatabase();
    await database.drop();
    if (own) process.env.DATABASE_URL = own;
  }
}

/** With a provider of embeddings, each engine is also asked with it. */
async function giveVectors(): Promise<boolean> {
  const embeddings = embeddingsFromEnvironment();
  if (!embeddings) return false;
  const refused: Refused = new Set();
  while ((await fillEmbeddings(embeddings, refused)) > 0);
  return true;
}

type Without = Pick<Collection, "name" | "locale"> & { questions: Question[]; mean: number };

async function measureMeaning(engine: Engine, databaseUrl: string, { name, locale, questions, mean }: Without, show: Show): Promise<void> {
  const { EMBEDDINGS_URL = "" } = process.env;
  const site = await startOn({ ...engine, environment: { ...engine.environment, EMBEDDINGS_URL } }, databaseUrl, `bench_${process.pid}_${collectionId++}`);
  try {
    const value = await meanReciprocalRank(questions, async (text) => (await askSite(site.url, text, { locale })).keys);
    show({ what: `${name} · ${engine.name}, with meaning`, value, unit: "MRR@10", beside: `without ${mean}` });
  } finally {
    await site.stop();
  }
}

let collectionId = 0;
