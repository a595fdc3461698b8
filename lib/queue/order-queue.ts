export type WaitingEntry = {
  id: number;
  /** Higher is served first. */
  priority: number;
  enqueuedAt: Date;
  /** Verified members who have the same problem. */
  meToo?: number;
};

/** From here on only the wait counts, so nobody is overtaken for ever. */
const AGED = 10 * 60_000;
const MOST_BONUS = 180_000;

/**
 * The waiting, in the order they are served: who waited ten minutes before everyone else, longest first; then
 * by priority, and within one by the wait plus a bonus for how many share the problem.
 */
export function orderQueue<E extends WaitingEntry>(entries: readonly E[], now: Date): E[] {
  const wait = (entry: E) => now.getTime() - entry.enqueuedAt.getTime();
  const aged = (entry: E) => wait(entry) >= AGED;
  return [...entries].sort((a, b) => {
    if (aged(a) !== aged(b)) return aged(a) ? -1 : 1;
    if (aged(a)) return wait(b) - wait(a) || a.id - b.id;
    return b.priority - a.priority || wait(b) + demandBonus(b) - wait(a) - demandBonus(a) || a.id - b.id;
  });
}

/** Milliseconds of wait that the others with this problem add: twenty seconds for each doubling. */
export function demandBonus({ meToo = 0 }: Pick<WaitingEntry, "meToo">): number {
  return Math.min(MOST_BONUS, 20_000 * Math.log2(1 + Math.max(0, meToo)));
}
