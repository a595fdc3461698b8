import { log } from "@/lib/platform/log";
import { embeddingsFromEnvironment } from "@/lib/platform/search/embeddings";
import { type MeilisearchEngine, meilisearchFromEnvironment } from "@/lib/platform/search/meilisearch-engine";
import { followMeaning } from "./follow-meaning";
import { indexChanges } from "./index-changes";
import { pushChanges } from "./push-changes";
import { bringVectorsInLine, pushMeaning } from "./push-meaning";
import { countsDiffer, reconcileDocuments, reconcileMeilisearch } from "./reconcile";
import { relateDocuments } from "./relate-documents";

const pauseMs = 250;
/** Following the changes takes at most this share of the time: many changes of one document are then one. */
const share = 0.2;
const longestPauseMs = 5_000;
const longestRoundMs = 1_500;
const longestStopMs = 1_500;
const reconcileEveryMs = 300_000;
const countEveryMs = 10_000;
/** Related documents are nobody's hurry: after an import they are worked out for hours, and people search meanwhile. */
const relatedAtOnce = 1;
const shareOfRelated = 0.04;
const longestRelatedPauseMs = 10_000;

/** Keeps the index on the heels of the database for as long as this process lives, and Meilisearch on those of the index: however slow it is, what is written is found. */
export function followChanges(): { stop: () => Promise<void> } {
  let stopped = false;
  const waking = new Set<() => void>();
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        waking.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      waking.add(wake);
    });
  const run = async (work: () => Promise<void>, most = share, longestMs = longestRoundMs) => {
    while (!stopped) {
      const started = performance.now();
      await work();
      const took = performance.now() - started;
      if (!stopped) await pause(Math.min(longestMs, Math.max(pauseMs, took / most - took)));
    }
  };
  const running = Promise.all([
    run(everyTime(indexDocuments())),
    run(everyTime(feedMeilisearch())),
    run(followMeaning()),
    run(everyTime(feedMeaning())),
    run(everyTime(relateOne), shareOfRelated, longestRelatedPauseMs),
  ]);
  return {
    stop: async () => {
      stopped = true;
      for (const wake of [...waking]) wake();
      // Waiting for a slow engine would hold up the end of the process; what is cut off here is done again.
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, longestStopMs).unref())]);
    },
  };
}

function indexDocuments(): () => Promise<void> {
  let reconcileAt = 0;
  return async () => {
    if (Date.now() >= reconcileAt) {
      await reconcileDocuments();
      reconcileAt = Date.now() + reconcileEveryMs;
    }
    await indexChanges();
  };
}

async function relateOne(): Promise<void> {
  await relateDocuments(relatedAtOnce);
}

function feedMeilisearch(): () => Promise<void> {
  let known: MeilisearchEngine | null = null;
  let reconcileAt = 0;
  let countAt = 0;
  const feed = async (engine: MeilisearchEngine) => {
    let differ = false;
    if (Date.now() >= countAt) {
      differ = reconcileAt > 0 && (await countsDiffer(engine));
      countAt = Date.now() + countEveryMs;
    }
    if (differ || Date.now() >= reconcileAt) {
      const { missing, extra } = await reconcileMeilisearch(engine);
      reconcileAt = Date.now() + reconcileEveryMs;
      // Numbers that differ without a difference are no reason to compare everything again so soon.
      if (differ && missing + extra === 0) countAt = reconcileAt;
    }
    await pushChanges(engine);
  };
  return async () => {
    const engine = meilisearchFromEnvironment();
    if (!engine) return;
    if (engine !== known) reconcileAt = 0;
    known = engine;
    try {
      await feed(engine);
    } catch (error) {
      // Who knows what it has lost: when it is back, everything is compared.
      reconcileAt = 0;
      countAt = 0;
      throw error;
    }
  };
}

function feedMeaning(): () => Promise<void> {
  let checkAt = 0;
  return async () => {
    const engine = meilisearchFromEnvironment();
    if (!engine) return;
    const embeddings = embeddingsFromEnvironment();
    if (Date.now() >= checkAt && (await bringVectorsInLine(engine, embeddings))) checkAt = Date.now() + reconcileEveryMs;
    if (embeddings) await pushMeaning(engine, embeddings);
  };
}

/** A part that fails rests, longer each time, and never stops the other. */
function everyTime(work: () => Promise<void>): () => Promise<void> {
  let rest = pauseMs;
  let restUntil = 0;
  return async () => {
    if (Date.now() < restUntil) return;
    try {
      await work();
      rest = pauseMs;
    } catch (error) {
      log.error("search index could not follow; it tries again", error);
      restUntil = Date.now() + rest;
      rest = Math.min(rest * 2, longestPauseMs);
    }
  };
}
