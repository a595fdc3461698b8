import { createHash } from "node:crypto";
import { isIP } from "node:net";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "@/db/client";
import { TooMany } from "./errors";
import { log } from "./log";
import { networkOf } from "./network-of";
import { perDatabase } from "./per-database";
import { limits, type Limit, type LimitKind } from "./rate-limits";

type Limiter = RateLimiterMemory | RateLimiterPostgres;

const limiters = perDatabase("rate-limits", () => new Map<LimitKind, Limiter[]>());

/**
 * Counts one act of a kind for whoever does it (an address, "member:7", an e-mail address) and throws TooMany
 * when it is one too many. Addresses count by network. Called at the edges, before any work.
 */
export async function consume(kind: LimitKind, key: string, points = 1): Promise<void> {
  const counted = countedKey(key);
  for (const limiter of limitersOf(kind)) {
    try {
      await limiter.consume(counted, points);
    } catch (reason) {
      if (reason instanceof RateLimiterRes)
        throw new TooMany(Math.max(1, Math.ceil(reason.msBeforeNext / 1000)));
      // The counter cannot be reached: what guards accounts stays shut, reading and writing go on.
      if ("strict" in limits[kind]) throw new TooMany(10);
      log.error("rate limit could not be counted", reason);
      return;
    }
  }
}

/** Takes back what was counted, when the act turned out to be welcome (a right password). */
export async function forgive(kind: LimitKind, key: string): Promise<void> {
  await Promise.all(limitersOf(kind).map((limiter) => limiter.delete(countedKey(key))));
}

/** Deletes counters that ended an hour ago; a schedule calls it. */
export async function clearRateLimits(): Promise<void> {
  await pool().query("delete from rate_limits where expire < $1", [Date.now() - 3_600_000]);
}

function limitersOf(kind: LimitKind): Limiter[] {
  const kinds = limiters();
  const known = kinds.get(kind);
  if (known) return known;
  const made = limits[kind].windows.map((window, index) => limiterOf(kind, index, window));
  kinds.set(kind, made);
  return made;
}

function limiterOf(kind: LimitKind, index: number, { points, seconds }: Limit): Limiter {
  const options = { keyPrefix: `${kind}.${index}`, points, duration: seconds };
  if ("memory" in limits[kind]) return new RateLimiterMemory(options);
  return new RateLimiterPostgres({
    ...options,
    storeClient: pool(),
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    clearExpiredByTimeout: false,
    // Who is over the limit is refused from memory, so a flood does not become a flood of writes.
    inMemoryBlockOnConsumed: points + 1,
  });
}

/** Nobody's address is written down: who reads the counters cannot say whose they are. */
function countedKey(key: string): string {
  if (isIP(key)) return createHash("sha256").update(`${process.env.AUTH_SECRET ?? ""} ${networkOf(key)}`).digest("hex");
  return key.length <= 100 ? key : createHash("sha256").update(key).digest("hex");
}
