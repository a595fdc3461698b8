import type { Row } from "./pages";
import { areCollectionsThere } from "./search/collections";
import { startEngines } from "./search/engines";
import { measureQuality } from "./search/quality";
import { measureSize } from "./search/size";

export { qualitySets } from "./search/quality-sets";
export const searchParts = { quality: measureQuality, size: measureSize };

/** Names of parts, of sets and of engines; none means all. */
export type Only = { parts: string[]; set: string[]; engine: string[] };

/** How well and how fast the search of each engine that is there finds, in texts that nobody here wrote. */
export async function measureSearch(server: string, { parts, set, engine }: Only, show: (row: Row) => void, tell: (line: string) => void): Promise<void> {
  if (!areCollectionsThere) return tell("the collections to search in are not installed: set KUNDIG_REFERENCE_DATA to their folder");
  const engines = await startEngines(engine, tell);
  try {
    for (const [name, measure] of Object.entries(searchParts)) {
      if (parts.length > 0 && !parts.includes(name)) continue;
      tell(name);
      await measure({ server, engines: engines.list, sets: set, show, tell });
    }
  } finally {
    await engines.stop();
  }
}
