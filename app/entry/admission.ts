import { monitorEventLoopDelay } from "node:perf_hooks";
import { singleton } from "@/lib/platform/singleton";

/** Thrown before any work is done; answered with 503 and Retry-After. */
export class Overloaded extends Error {
  readonly retryAfterSeconds = 2 + Math.floor(Math.random() * 6);
}

/** How many of a class may run, and wait, at once. A class that comes first is refused last. */
const limits = {
  chat: { running: 64, waiting: 2000, shedAtMs: Infinity },
  write: { running: 32, waiting: 400, shedAtMs: 2000 },
  fresh: { running: 16, waiting: 200, shedAtMs: 1000 },
  read: { running: 24, waiting: 200, shedAtMs: 700 },
  render: { running: 8, waiting: 200, shedAtMs: 500 },
  search: { running: 8, waiting: 60, shedAtMs: 400 },
} as const;

export type WorkClass = keyof typeof limits;

const gate = singleton("admission", () => {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const state = { lagMs: 0, running: {} as Record<string, number>, queues: {} as Record<string, Array<() => void>> };
  setInterval(() => {
    state.lagMs = delay.percentile(99) / 1e6 - 20;
    delay.reset();
  }, 1000).unref();
  return state;
});

/** Runs `work` when its class has room; refuses with Overloaded when too many wait or the process lags. */
export async function admit<T>(kind: WorkClass, work: () => Promise<T>): Promise<T> {
  const limit = limits[kind];
  const running = gate.running[kind] ?? 0;
  const queue = (gate.queues[kind] ??= []);
  if (running >= limit.running) {
    if (queue.length >= limit.waiting || gate.lagMs > limit.shedAtMs) throw new Overloaded();
    await new Promise<void>((resolve) => queue.push(resolve));
  } else {
    gate.running[kind] = running + 1;
  }
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else gate.running[kind] = (gate.running[kind] ?? 1) - 1;
  }
}
