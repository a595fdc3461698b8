import { log } from "../log";
import { singleton } from "../singleton";
import type { EngineHits, EngineQuery, SearchEngine } from "./engine";
import { patience } from "./patience";

const failuresToOpen = 2;
const shortestRest = 2_000;
const longestRest = 30_000;

type Breaker = { failures: number; rest: number; closedUntil: number };
const breakers = singleton("search.breakers", () => new WeakMap<SearchEngine, Breaker>());

export type Found = EngineHits & { engine: SearchEngine["name"] };

/**
 * Asks the first engine; when it is slow, refuses or was failing a moment ago, the second one answers. Nobody
 * waits longer for it than the head start, and an engine that is down is not asked again on every key press.
 */
export async function searchWithFallback(
  first: SearchEngine | null,
  second: SearchEngine,
  query: EngineQuery,
): Promise<Found> {
  const fallback = async (): Promise<Found> => ({ ...(await second.search(query)), engine: second.name });
  if (!first || isResting(first)) return fallback();
  let timer: NodeJS.Timeout | undefined;
  const asked = ask(first, query);
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), patience.headStart);
  });
  try {
    const early = await Promise.race([asked, late]);
    if (early !== "late") return early ?? (await fallback());
    const other = fallback();
    // It may lose the race and then fail: nobody asks for it any more.
    other.catch(() => {});
    return await Promise.race([asked.then((found) => found ?? other), other]);
  } finally {
    clearTimeout(timer);
  }
}

/** Null when it failed. */
async function ask(engine: SearchEngine, query: EngineQuery): Promise<Found | null> {
  const breaker = breakerOf(engine);
  try {
    const hits = await withDeadline(engine.search(query, AbortSignal.timeout(patience.firstEngine)));
    breaker.failures = 0;
    breaker.rest = shortestRest;
    return { ...hits, engine: engine.name };
  } catch (error) {
    breaker.failures += 1;
    if (breaker.failures >= failuresToOpen) {
      breaker.closedUntil = Date.now() + breaker.rest;
      breaker.rest = Math.min(breaker.rest * 2, longestRest);
    }
    log.warn("search engine failed, the other one answers", {
      engine: engine.name,
      failures: breaker.failures,
      reason: String(error),
    });
    return null;
  }
}

/** A client that ignores its signal must not hold us. */
async function withDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patience.firstEngine} ms`)), patience.firstEngine + 20);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/** After a rest one query tries again; the others go on as before until it has come back. */
function isResting(engine: SearchEngine): boolean {
  const breaker = breakerOf(engine);
  if (breaker.failures < failuresToOpen) return false;
  if (Date.now() < breaker.closedUntil) return true;
  breaker.closedUntil = Date.now() + patience.firstEngine;
  return false;
}

function breakerOf(engine: SearchEngine): Breaker {
  const breaker = breakers.get(engine) ?? { failures: 0, rest: shortestRest, closedUntil: 0 };
  breakers.set(engine, breaker);
  return breaker;
}
