import { TooMany } from "./errors";

/**
 * A gate for work that is dear in memory or processor: so many at once, so many waiting their turn,
 * the rest is told when to come again.
 */
export function concurrencyLimit(options: { active: number; queued: number; retryAfterSeconds: number }) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async function limited<T>(work: () => Promise<T>): Promise<T> {
    if (running >= options.active) {
      if (waiting.length >= options.queued) throw new TooMany(options.retryAfterSeconds);
      // Woken with the place already ours, so that nobody can slip in between.
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running++;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
