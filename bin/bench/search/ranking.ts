import type { Locale } from "@/lib/platform/i18n/locale";
import { embeddingsFromEnvironment } from "@/lib/platform/search/embeddings";
import { fillEmbeddings, type Refused } from "@/lib/search/fill-embeddings";
import type { Site } from "../site";
import { type Ask, askerOf, askSite, rounded, scoreOf } from "./ask";
import { plainBm25 } from "./bm25";
import { indexAll } from "./bulk-load";
import type { Collection, Question } from "./collections";
import { type Engine, onEngine } from "./engines";
import { misspell, slip } from "./misspell";
import type { QualityBench } from "./quality-sets";

const misspellings: Record<string, (text: string, locale: Locale) => string> = {
  "a word misspelt as in typos": misspell,
  "a slip in every question": slip,
};

/** How early the right answer to each question comes, beside BM25 over the same texts. */
export async function measureRanking({ engines, show, lose }: QualityBench, databaseUrl: string, { name, locale, load, reach, misspelt }: Collection): Promise<void> {
  const questions = await load();
  await indexAll();
  const isMeaningful = await giveVectors();
  const bm25 = await plainBm25(locale);
  const plain = await scoreOf(questions, bm25);
  for (const engine of engines) {
    const { name: by } = engine;
    const score = await onEngine(engine, databaseUrl, async (site) => {
      const asker = askerOf(by, (text: string) => askSite(site, text, { locale }));
      const ask: Ask = async (text) => (await asker.ask(text)).keys;
      const score = await scoreOf(questions, ask);
      const others = asker.stoodIn() > 0 ? `, ${asker.stoodIn()} answered by Postgres` : "";
      show({ what: `${name} · ${by}`, value: score.mrr, unit: "MRR@10", beside: `${questions.length} questions, hit@10 ${score.hit}, BM25 ${plain.mrr} ${plain.hit}${others}`, reach: `≥ ${reach[by]}`, ok: score.mrr >= reach[by] });
      for (const [way, wrong] of misspelt ? Object.entries(misspellings) : []) {
        const changed = questions.map((question) => ({ ...question, text: wrong(question.text, locale) }));
        const lost = rounded(score.mrr - (await scoreOf(changed, ask)).mrr);
        const plainLost = rounded(plain.mrr - (await scoreOf(changed, bm25)).mrr);
        const count = changed.filter(({ text }, at) => text !== questions[at]?.text).length;
        show({ what: `${name}, ${way} · ${by}`, value: lost, unit: "lost", beside: `BM25 ${plainLost}, ${count} changed` });
        lose({ what: `${way} · ${by}`, lost, questions: questions.length });
      }
      return score;
    });
    if (isMeaningful) await measureMeaning(engine, databaseUrl, { name, locale, questions, without: score }, show);
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

type Without = { name: string; locale: Locale; questions: Question[]; without: { mrr: number; hit: number } };

/** What is typed is ordered by meaning alone; with Meilisearch, what is sent off is found by it too. */
const ways = { "ordered by meaning": { typing: "true" }, "found by meaning": {} };

async function measureMeaning(engine: Engine, databaseUrl: string, { name, locale, questions, without }: Without, show: QualityBench["show"]): Promise<void> {
  const measure = async (site: Site) => {
    for (const [way, wish] of Object.entries(ways)) {
      if (engine.name === "postgres" && way === "found by meaning") continue;
      const { mrr, hit } = await scoreOf(questions, async (text) => (await askSite(site, text, { locale, ...wish })).keys);
      show({ what: `${name} · ${engine.name}, ${way}`, value: mrr, unit: "MRR@10", beside: `hit@10 ${hit}; by words ${without.mrr} ${without.hit}` });
    }
  };
  await onEngine(engine, databaseUrl, measure, { meaning: true });
}
