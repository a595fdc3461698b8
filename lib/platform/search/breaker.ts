import { log } from "../log";

const failuresToOpen = 2;
const shortestRest = 2_000;
const longestRest = 60_000;

export type Breaker = {
  /** Whether it is left alone for now. After a rest one query tries again. */
  isOpen(): boolean;
  count(good: boolean): void;
  /** What the log says when it opens. */
  blame(error: unknown): void;
};

/** What is slow or gone is not waited for with every query. `what` is what the log then says, `trial` how long one query may try it again (ms). */
export function makeBreaker(what: string, trial: number): Breaker {
  let failures = 0;
  let rest = shortestRest;
  let restUntil = 0;
  let reason = "late";
  return {
    isOpen: () => {
      if (failures < failuresToOpen) return false;
      if (Date.now() < restUntil) return true;
      restUntil = Date.now() + trial;
      return false;
    },
    blame: (error) => {
      reason = error instanceof Error ? error.message : String(error);
    },
    count: (good) => {
      failures = good ? 0 : failures + 1;
      if (good) rest = shortestRest;
      if (failures < failuresToOpen) return;
      restUntil = Date.now() + rest;
      log.warn(what, { reason, restMs: rest });
      rest = Math.min(rest * 2, longestRest);
      reason = "late";
    },
  };
}
