import type { MeilisearchEngine } from "@/lib/platform/search/meilisearch-engine";
import { postgresEngine } from "@/lib/platform/search/postgres-engine";
import { markPushed } from "./mark-pushed";

export type Compared = { missing: number; extra: number };

/** What differs is marked to be sent again, what Meilisearch has too much is removed there. */
export async function bringInLine(engine: MeilisearchEngine): Promise<Compared> {
  const theirs = new Map<string, number>();
  for await (const portion of engine.list()) for (const { key, version } of portion) theirs.set(key, version);
  let missing = 0;
  for await (const portion of postgresEngine.list()) {
    const lacking = portion.filter(({ key, version }) => theirs.get(key) !== version);
    for (const { key } of portion) theirs.delete(key);
    await markPushed(lacking.map(({ key }) => ({ key, version: -1 })));
    missing += lacking.length;
  }
  await engine.remove([...theirs.keys()]);
  return { missing, extra: theirs.size };
}
