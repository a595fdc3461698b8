import { hasMeilisearch, type RunningMeilisearch, startMeilisearch } from "@/lib/platform/search/meilisearch-for-tests";
import { type Site, startSite } from "../site";
import { askSite } from "./ask";

export type Engine = { name: "postgres" | "meilisearch"; environment: Record<string, string> };
export type Engines = { list: Engine[]; pid: number | undefined; stop: () => Promise<void> };

/** Postgres, and the Meilisearch at MEILI_URL or one of our own on loopback. */
export async function startEngines(tell: (line: string) => void): Promise<Engines> {
  const postgres: Engine = { name: "postgres", environment: { MEILI_URL: "", MEILI_KEY: "" } };
  if (!hasMeilisearch) {
    tell("there is no MEILI_URL and no meilisearch on the PATH: Meilisearch is not measured");
    return { list: [postgres], pid: undefined, stop: async () => {} };
  }
  const running: RunningMeilisearch = await startMeilisearch();
  const meilisearch: Engine = { name: "meilisearch", environment: { MEILI_URL: running.url, MEILI_KEY: running.key } };
  return { list: [postgres, meilisearch], pid: running.pid, stop: running.stop };
}

/** A site on this engine, ready when the engine itself answers. */
export async function startOn(engine: Engine, databaseUrl: string, index: string, patienceMs = 60_000): Promise<Site> {
  const site = await startSite(databaseUrl, { EMBEDDINGS_URL: "", ...engine.environment, MEILI_INDEX: index });
  const until = Date.now() + patienceMs;
  while ((await askSite(site.url, "ready")).engine !== engine.name) {
    if (Date.now() > until) {
      await site.stop();
      throw new Error(`${engine.name} does not answer`);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return site;
}
