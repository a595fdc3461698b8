import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { expireLeases } from "@/lib/presence/expire-leases";
import { endWrapUps } from "@/lib/presence/wrap-up";
import { now } from "@/lib/platform/clock";
import { eachAlone } from "@/lib/platform/each-alone";
import { log } from "@/lib/platform/log";
import { announceQueue } from "./announce-queue";
import { expireWaiting } from "./expire-waiting";
import { missOffers } from "./miss-offers";
import { offerNext } from "./offer-next";

const TICK_MS = 1_000;
/** A longer gap between two ticks means that this process slept, or the clock was moved. */
const SLEPT_MS = 20_000;
/** After that every lease looks lost; agents get one heartbeat's time to renew theirs. */
const WAKING_MS = 16_000;

/** One look at everything in the line that time alone changes. Safe in several processes at once; what fails stops nothing else. */
export async function runQueue(): Promise<void> {
  await eachAlone([expireLeases, endWrapUps, missOffers, expireWaiting, offerEverywhere, announceQueue], (look) => look());
}

async function offerEverywhere(): Promise<void> {
  const { rows } = await db.execute<{ id: string }>(
    sql`select distinct department_id as id from queue_entries where state = 'waiting'`,
  );
  await eachAlone(rows, ({ id }) => offerNext(Number(id)));
}

type ClockWork = {
  /** Done each second too, after the line. */
  beside: () => Promise<unknown>;
  /** Runs once after each long gap. */
  woken: () => Promise<unknown>;
};

/** Looks every second until stopped. Started with each worker. */
export function startQueueClock({ beside, woken }: ClockWork): { stop: () => Promise<void> } {
  let running: Promise<void> | undefined;
  let lastTick = now().getTime();
  let quietUntil = 0;
  const lookAfterAll = async (hasSlept: boolean) => {
    await eachAlone(hasSlept ? [runQueue, beside, woken] : [runQueue, beside], (look) => look());
  };
  const tick = () => {
    const time = now().getTime();
    if (Math.abs(time - lastTick) > SLEPT_MS) quietUntil = Date.now() + WAKING_MS;
    lastTick = time;
    if (running || Date.now() < quietUntil) return;
    const hasSlept = quietUntil > 0;
    quietUntil = 0;
    running = lookAfterAll(hasSlept)
      .catch((error: unknown) => log.error("the queue could not be looked after", error))
      .finally(() => (running = undefined));
  };
  const timer = setInterval(tick, TICK_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
