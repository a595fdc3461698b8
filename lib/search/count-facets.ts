import type { ReadCandidate } from "@/lib/platform/search/read-candidates";
import type { Facets } from "./hit";

const mostTags = 12;

/** How the found spread over kinds, states, languages and tags. */
export function countFacets(found: ReadCandidate[]): Facets {
  const tags = countBy(found.flatMap((candidate) => candidate.tags));
  return {
    kinds: Object.fromEntries(countBy(found.map(({ kind }) => kind))),
    states: Object.fromEntries(
      countBy(found.filter(({ kind }) => kind === "thread").map(({ state }) => state)),
    ),
    locales: Object.fromEntries(countBy(found.map(({ locale }) => locale))),
    tags: [...tags]
      .sort(([a, x], [b, y]) => y - x || a.localeCompare(b))
      .slice(0, mostTags)
      .map(([slug, count]) => ({ slug, count })),
  };
}

function countBy(names: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
