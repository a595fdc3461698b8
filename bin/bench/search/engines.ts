import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { hasMeilisearch, startMeilisearch } from "@/lib/platform/search/meilisearch-for-tests";
import type { Row } from "../pages";
import { type Site, startSite } from "../site";
import { askSite } from "./ask";

export type Engine = { name: "postgres" | "meilisearch"; environment: Record<string, string> };
export type Engines = { list: Engine[]; stop: () => Promise<void> };

/** What a part of the search is measured with. */
export type SearchBench = { server: string; engines: Engine[]; sets: string[]; show: (row: Row) => void; tell: (line: string) => void };

/** Long enough to bring a large community into an empty index. */
const patienceMs = 180_000;

/** Postgres, and the Meilisearch at MEILI_URL or one of our own on loopback; only those that are wanted. */
export async function startEngines(wanted: string[], tell: (line: string) => void): Promise<Engines> {
  const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
  const postgres: Engine[] = isWanted("postgres") ? [{ name: "postgres", environment: { MEILI_URL: "", MEILI_KEY: "" } }] : [];
  if (!isWanted("meilisearch")) return { list: postgres, stop: async () => {} };
  if (!hasMeilisearch) {
    tell("there is no MEILI_URL and no meilisearch on the PATH: Meilisearch is not measured");
    return { list: postgres, stop: async () => {} };
  }
  const running = await startMeilisearch();
  return { list: [...postgres, { name: "meilisearch", environment: { MEILI_URL: running.url, MEILI_KEY: running.key } }], stop: running.stop };
}

/** While `work` runs: a site on this engine; what this process itself searches asks the same one. */
export async function onEngine<T>(engine: Engine, databaseUrl: string, work: (site: Site) => Promise<T>, { index = newIndex(), meaning = false } = {}): Promise<T> {
  const environment = { ...engine.environment, MEILI_INDEX: index, ...(meaning ? {} : { EMBEDDINGS_URL: "" }) };
  return withEnvironment(environment, async () => {
    const site = await startSite(databaseUrl);
    try {
      await untilItAnswers(engine, site, meaning);
      return await work(site);
    } finally {
      await site.stop();
    }
  });
}

let indexes = 0;

function newIndex(): string {
  return `bench_${process.pid}_${indexes++}`;
}

async function untilItAnswers(engine: Engine, site: Site, meaning: boolean): Promise<void> {
  for (const until = Date.now() + patienceMs; (await askSite(site, "ready")).engine !== engine.name || !(await holdsAll(engine, meaning)); ) {
    if (Date.now() > until) throw new Error(`${engine.name} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** What is on its way to Meilisearch is looked up by Postgres, and would be judged as found by it. */
async function holdsAll({ name }: Engine, meaning: boolean): Promise<boolean> {
  if (name === "postgres") return true;
  const { rows } = await db.execute(sql`
    select 1 from search_documents where meili_version <> version union all select 1 from search_embeddings where meili_version <> version and ${meaning} limit 1`);
  return rows.length === 0;
}

async function withEnvironment<T>(values: Record<string, string>, work: () => Promise<T>): Promise<T> {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  try {
    return await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
