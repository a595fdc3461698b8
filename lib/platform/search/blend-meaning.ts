import { cosine, type Vector } from "./vector";

/** How much meaning counts beside words: 0 leaves the order of the words. Flat between 0.25 and 0.5 on two sets (docs/decisions/meaning.md). */
const weight = 0.35;
/** Models call everything alike to some degree; what differs by less than this is not stretched any further. */
const leastSpread = 0.2;

/**
 * Orders candidates by words and meaning together. The scores keep their scale; `near` says how near a candidate is
 * beside the others, 0 to 1. Who has no vector (yet) is taken to be as near as most.
 */
export function blendMeaning<C extends { key: string; score: number }>(ranked: C[], query: Vector, vectors: Map<string, Vector>): (C & { near?: number })[] {
  const cosines = ranked.map(({ key }) => {
    const vector = vectors.get(key);
    return vector ? cosine(query, vector) : null;
  });
  const there = cosines.filter((value) => value !== null);
  if (there.length === 0) return ranked;
  const [lowest, highest] = [Math.min(...there), Math.max(...there)];
  const spread = Math.max(highest - lowest, leastSpread);
  const usual = (there.reduce((sum, value) => sum + value, 0) / there.length - lowest) / spread;
  const best = Math.max(0, ...ranked.map(({ score }) => score));
  return ranked
    .map((candidate, place) => {
      const value = cosines[place] ?? null;
      const near = value === null ? undefined : (value - lowest) / spread;
      return { ...candidate, near, score: (1 - weight) * candidate.score + weight * best * (near ?? usual) };
    })
    .sort((a, b) => b.score - a.score);
}
