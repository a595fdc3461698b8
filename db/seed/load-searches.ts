import type { Tx } from "@/db/client";
import { searchQueries, suggestionOutcomes } from "@/db/schema";
import { company } from "./content/company";
import { before, type World } from "./world";

const WEEKS_MINUTES = 6 * 7 * 24 * 60;
/** How often a popular search was used, and what became of suggestions while asking, in six weeks. */
const USES = 40;
const outcomes = { left_satisfied: 34, me_too: 17, posted_anyway: 21, abandoned: 12 } as const;

/** What visitors looked for and found, or did not: single clicks of weeks, written together. */
export async function loadSearches(tx: Tx, world: World): Promise<void> {
  const found = (["de", "en"] as const).flatMap((locale) => company.popularSearches[locale].map((words, index) => ({ locale, words, times: USES - 6 * index, hits: 3 + index })));
  const lost = company.searchesWithoutHit.map((search) => ({ ...search, hits: 0 }));
  const rows = [...found, ...lost].flatMap(({ locale, words, times, hits }) =>
    Array.from({ length: times }, (_, n) => ({
      query: words,
      locale,
      hits,
      engine: "postgres",
      voice: `sample-${words}-${n}`,
      createdAt: before(world, spread(n, times)),
    })),
  );
  await tx.insert(searchQueries).values(rows);
  const titles = Object.values(company.popularSearches).flat();
  await tx.insert(suggestionOutcomes).values(
    Object.entries(outcomes).flatMap(([outcome, times]) =>
      Array.from({ length: times }, (_, n) => ({ title: titles[n % titles.length] ?? "", shown: [], outcome, createdAt: before(world, spread(n, times)) })),
    ),
  );
}

/** Evenly over the weeks, a little more of late. */
function spread(n: number, times: number): number {
  return Math.round(30 + WEEKS_MINUTES * ((n + 0.5) / times) ** 1.3);
}
