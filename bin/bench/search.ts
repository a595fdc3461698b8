import type { Row } from "./pages";
import { areCollectionsThere } from "./search/collections";
import { startEngines } from "./search/engines";
import { measureQuality } from "./search/quality";
import { measureSize } from "./search/size";

export const searchParts = { quality: measureQuality, size: measureSize };

/** How well and how fast the search of each engine that is there finds, in texts that nobody of this project wrote. */
export async function measureSearch(server: string, wanted: string[], show: (row: Row) => void, tell: (line: string) => void): Promise<void> {
  if (!areCollectionsThere) return tell("the collections to search in are not installed: set KUNDIG_REFERENCE_DATA to their folder");
  const engines = await startEngines(tell);
  try {
    for (const [name, measure] of Object.entries(searchParts)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      tell(name);
      await measure(server, engines.list, show, tell);
    }
  } finally {
    await engines.stop();
  }
}
