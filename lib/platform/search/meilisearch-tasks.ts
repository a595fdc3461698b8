import type { EnqueuedTaskPromise, Meilisearch } from "meilisearch";
import { codeOf } from "./meilisearch-keys";

const patience = { timeout: 120_000, interval: 40 };

/** Meilisearch acknowledges before it works: only a task that succeeded counts. `unlessGone`: there is no such index, and so nothing to do. */
export async function succeeded(task: EnqueuedTaskPromise, unlessGone = false): Promise<void> {
  const { status, error, type } = await task.waitTask(patience);
  if (status === "succeeded" || (unlessGone && error?.code === "index_not_found")) return;
  throw new Error(`Meilisearch ${type} ${status}: ${error?.message ?? "no reason given"}`);
}

/** Null when there is no such index. */
export async function readSettings(client: Meilisearch, uid: string): Promise<unknown> {
  try {
    return await client.index(uid).getSettings();
  } catch (error) {
    if (codeOf(error) === "index_not_found") return null;
    throw error;
  }
}
