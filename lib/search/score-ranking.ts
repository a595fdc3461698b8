export type Scores = { mrr: number; recall: number; ndcg: number; /** Place of the first right one; 0 when it is not there. */ place: number };

const deepest = 10;
const recallAt = 5;

/** MRR@10, recall@5 and nDCG@10 of one query: `found` best first, `right` in no order. */
export function scoreRanking(found: string[], right: Set<string>): Scores {
  const top = [...new Set(found)].slice(0, deepest);
  const first = top.findIndex((key) => right.has(key));
  const gain = (place: number) => 1 / Math.log2(place + 2);
  const reached = top.reduce((sum, key, place) => sum + (right.has(key) ? gain(place) : 0), 0);
  const ideal = Array.from({ length: Math.min(right.size, deepest) }, (_, place) => gain(place)).reduce((sum, each) => sum + each, 0);
  const early = top.slice(0, recallAt).filter((key) => right.has(key)).length;
  return {
    mrr: first < 0 ? 0 : 1 / (first + 1),
    recall: right.size === 0 ? 0 : early / Math.min(right.size, recallAt),
    ndcg: ideal === 0 ? 0 : reached / ideal,
    place: first + 1,
  };
}
