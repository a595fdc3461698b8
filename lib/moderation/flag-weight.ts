import type { Role, Trust } from "@/lib/members/actor";

/** A member's standing, as weight of a flag. */
const standing: Record<Trust, number> = { new: 0, known: 1, helper: 2 };
const JUDGED_BEFORE_IT_COUNTS = 5;
const PIVOT = 0.7;

/**
 * What a flag weighs: 1 + standing (staff 5) + a bonus for flags that were upheld before, which turns
 * negative below 70 %. Never below 0: a member who is always wrong is not heard any more.
 */
export function flagWeight(flagger: { role: Role; trust: Trust; upheld: number; judged: number }): number {
  const staff = flagger.role !== "member" && flagger.role !== "expert";
  const base = 1 + (staff ? 5 : flagger.role === "expert" ? 3 : standing[flagger.trust]);
  return Math.max(0, base + accuracyBonus(flagger.upheld, flagger.judged));
}

function accuracyBonus(upheld: number, judged: number): number {
  if (judged <= JUDGED_BEFORE_IT_COUNTS) return 0;
  const share = upheld / judged;
  const scale = (Math.log(judged) / Math.log(4)) * 5;
  return share >= PIVOT ? ((share - PIVOT) / (1 - PIVOT)) * scale : ((share - PIVOT) / PIVOT) * scale;
}
