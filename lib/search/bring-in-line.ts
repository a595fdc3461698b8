import type { MeilisearchEngine } from "@/lib/platform/search/meilisearch-engine";
import { postgresEngine } from "@/lib/platform/search/postgres-engine";
import { markPushed } from "./mark-pushed";

export type Compared = { missing: number; extra: number };

/** Keys that Meilisearch lacks or holds in another state, and those it holds too much. */
export async function compareKeys(engine: MeilisearchEngine): Promise<{ missing: string[]; extra: string[] }> {
  const theirs = new Map<string, number>();
  for await (const portion of engine.list()) for (const { key, version } of portion) theirs.set(key, version);
  const missing: string[] = [];
  for await (const portion of postgresEngine.list()) {
    for (const { key, version } of portion) {
      if (theirs.get(key) !== version) missing.push(key);
      theirs.delete(key);
    }
  }
  return { missing, extra: [...theirs.keys()] };
}

/** What differs is marked to be sent again, what Meilisearch has too much is removed there. */
export async function bringInLine(engine: MeilisearchEngine): Promise<Compared> {
  const { missing, extra } = await compareKeys(engine);
  await markPushed(missing.map((key) => ({ key, version: -1 })));
  await engine.remove(extra);
  return { missing: missing.length, extra: extra.length };
}
