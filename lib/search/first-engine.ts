import { singleton } from "@/lib/platform/singleton";
import { type MeilisearchEngine, meilisearchFromEnvironment } from "@/lib/platform/search/meilisearch-engine";
import { isPushWaiting } from "./push-changes";

/** With more changes than this on the way, Meilisearch is being filled and would hide what it has not got yet. */
const mostWaiting = 200;
const rememberedMs = 1_000;

const state = singleton("search.first-engine", () => ({ filled: false, checkedAt: 0 }));

/** Meilisearch when it is configured and filled; null leaves the search to Postgres. */
export async function firstEngine(): Promise<MeilisearchEngine | null> {
  const engine = meilisearchFromEnvironment();
  if (!engine) return null;
  if (Date.now() - state.checkedAt > rememberedMs) {
    state.filled = !(await isPushWaiting(mostWaiting));
    state.checkedAt = Date.now();
  }
  return state.filled ? engine : null;
}
