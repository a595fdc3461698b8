import type { ReadCandidate } from "@/lib/platform/search/read-candidates";

type Part = Pick<ReadCandidate, "key" | "partOf"> & { score: number; coverage: number };

/** A part bears the title of the whole; it is found by what it says itself. */
export function isWholeOrSaysIt({ partOf, places }: ReadCandidate): boolean {
  return partOf === null || places.some(({ weights }) => weights.some((weight) => weight !== "A"));
}

/** Of the parts of one document only the best, and that behind the whole unless it holds more of what is looked for. */
export function placeParts<C extends Part>(ranked: C[]): C[] {
  if (ranked.every(({ partOf }) => partOf === null)) return ranked;
  const wholes = new Map(ranked.map((candidate) => [candidate.key, candidate]));
  const placed = new Set<string>();
  const kept = ranked.flatMap((candidate) => {
    if (candidate.partOf === null) return [candidate];
    if (placed.has(candidate.partOf)) return [];
    placed.add(candidate.partOf);
    const whole = wholes.get(candidate.partOf);
    if (!whole || whole.coverage < candidate.coverage) return [candidate];
    return [{ ...candidate, score: Math.min(candidate.score, whole.score) }];
  });
  // The whole first where both are as good.
  return kept.sort((a, b) => b.score - a.score || Number(a.partOf !== null) - Number(b.partOf !== null));
}
