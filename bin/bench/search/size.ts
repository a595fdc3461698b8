import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Locale } from "@/lib/platform/i18n/locale";
import { percentile } from "../load";
import type { Row } from "../pages";
import { inFreshDatabase, type Site } from "../site";
import { askSite } from "./ask";
import { bulkLoad, indexAll, type Text } from "./bulk-load";
import { manyTexts } from "./collections";
import { type Engine, onEngine, type SearchBench } from "./engines";
import { measureFindable } from "./findable";
import { measureOdd } from "./odd";

const THREADS = Number(process.env.KUNDIG_BENCH_THREADS ?? 100_000);
const ARTICLES = THREADS / 10;
const PER_SECOND = 20;
const SECONDS = 30;
const WARM_UP_SECONDS = 3;
/** Every so many words of a repeated text another word stands. */
const CHANGED = 5;
const REACH = { postgres: 150, meilisearch: 60 };

/** A large community made by repeating real texts with changed words: how fast it is filled and answers. */
export async function measureSize({ server, engines, show, tell }: SearchBench): Promise<void> {
  await inFreshDatabase(server, "kundig_bench_size", async (url) => {
    await fill(tell);
    let told = 0;
    const { seconds, documents } = await timed(() => indexAll((done) => done - told >= 20_000 && tell(`${(told = done)} documents indexed`)));
    show({ what: "indexing into Postgres", value: Math.round(documents / seconds), unit: "doc/s" });
    for (const engine of engines) {
      const index = `bench_${process.pid}_size`;
      if (engine.name === "meilisearch") show(await measureFilling(engine, index));
      tell(`typing, ${engine.name}`);
      await onEngine(
        engine,
        url,
        async (site) => {
          show(await measureTyping(site, engine));
          show(await measureFindable(site, engine));
          show(await measureOdd(site, engine));
        },
        { index },
      );
    }
  });
}

async function timed(work: () => Promise<number>): Promise<{ seconds: number; documents: number }> {
  const started = performance.now();
  const documents = await work();
  return { documents, seconds: (performance.now() - started) / 1000 };
}

async function fill(tell: (line: string) => void): Promise<void> {
  const texts = manyTexts();
  for (const [locale, share] of [["en", 0.8], ["de", 0.2]] as const) {
    const change = changer(texts[locale]);
    for (const [kind, count] of [["thread", THREADS], ["article", ARTICLES]] as const) {
      const wanted = Math.round(count * share);
      for (let done = 0; done < wanted; done += 2_000) {
        await bulkLoad(kind, locale, Array.from({ length: Math.min(2_000, wanted - done) }, (_, at) => change(done + at, kind === "article")));
      }
      tell(`${wanted} ${kind}s in ${locale === "de" ? "German" : "English"}`);
    }
  }
}

function changer(texts: Text[]): (number: number, isArticle: boolean) => Text {
  const vocabulary = [...new Set(texts.flatMap(({ title, body }) => `${title} ${body}`.match(/\p{L}{4,}/gu) ?? []))];
  let seed = 42;
  const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
  const changed = (text: string) => {
    let until = random(CHANGED * 2);
    return text.replace(/\p{L}{4,}/gu, (word) => (until-- > 0 ? word : ((until = random(CHANGED * 2)), vocabulary[random(vocabulary.length)] ?? word)));
  };
  return (number, isArticle) => {
    const { title, body, answers } = texts[number % texts.length] ?? { title: "", body: "", answers: [] };
    return { title: changed(title), body: changed(isArticle ? [body, ...answers].join("\n\n") : body), answers: isArticle ? [] : answers.map(changed) };
  };
}

/** From the database into an empty index, each task of the engine awaited. */
async function measureFilling(engine: Engine, index: string): Promise<Row> {
  const { meilisearchEngine } = await import("@/lib/platform/search/meilisearch-engine");
  const { fillMeilisearch } = await import("@/lib/search/fill-meilisearch");
  const { MEILI_URL: url = "", MEILI_KEY: key } = engine.environment;
  const { seconds, documents } = await timed(() => fillMeilisearch(meilisearchEngine(url, key, index)));
  const value = Math.round(documents / seconds);
  return { what: `indexing ${documents} documents into Meilisearch`, value, unit: "doc/s", reach: "≥ 1,000", ok: value >= 1_000 };
}

/** People who type titles, letter by letter, so many presses a second whether or not the answers come. */
async function measureTyping(site: Site, { name }: Engine): Promise<Row> {
  const presses = await typedTexts(PER_SECOND * (SECONDS + WARM_UP_SECONDS));
  const times: number[] = [];
  let refused = 0;
  const waiting: Promise<void>[] = [];
  const started = performance.now();
  for (const [at, text] of presses.entries()) {
    const due = started + (at * 1000) / PER_SECOND;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    waiting.push(
      askSite(site, text, { limit: "8", typing: "true" })
        .catch(() => void (refused += 1))
        .then(() => void (at >= PER_SECOND * WARM_UP_SECONDS && times.push(performance.now() - due))),
    );
  }
  await Promise.all(waiting);
  const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)].map(Math.round);
  const beside = `p50 ${p50} ms${refused > 0 ? `, ${refused} refused` : ""}`;
  return { what: `typing among ${THREADS + ARTICLES} documents, ${PER_SECOND} a second, p95 · ${name}`, value: p95 ?? NaN, unit: "ms", beside, reach: `≤ ${REACH[name]} ms`, ok: (p95 ?? Infinity) <= REACH[name] && refused === 0 };
}

async function typedTexts(count: number): Promise<string[]> {
  const { rows } = await db.execute<{ title: string; locale: Locale }>(sql`select title, locale from threads where id % 97 = 3 order by id limit 400`);
  const typed: string[] = [];
  for (let at = 0; typed.length < count; at++) {
    const title = rows[(at * 37) % rows.length]?.title ?? "";
    for (let length = 3; length <= Math.min(title.length, 30) && typed.length < count; length += 1 + (length % 2)) typed.push(title.slice(0, length));
  }
  return typed;
}
