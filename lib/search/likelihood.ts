import type { FoundCandidate } from "./find-ranked";

/** How likely it is that this suggestion is the same question, or its answer: 0 to 1. What the nightly calibration works on. */
export function likelihoodOf({ likelihood }: FoundCandidate): number {
  return likelihood;
}
