import { log } from "@/lib/platform/log";
import { embeddingsFromEnvironment } from "@/lib/platform/search/embeddings";
import { fillEmbeddings, type Refused } from "./fill-embeddings";

/** Looking for documents without a vector reads all of them: it takes at most this share of the time. */
const lookShare = 0.05;
const shortestRest = 1_000;
const longestRest = 300_000;

/** One round of giving vectors to documents; nothing at all when no provider is configured. A provider that fails is left alone, longer each time. */
export function followMeaning(): () => Promise<void> {
  const refused: Refused = new Set();
  let rest = shortestRest;
  let restUntil = 0;
  return async () => {
    const embeddings = embeddingsFromEnvironment();
    const began = Date.now();
    if (!embeddings || began < restUntil) return;
    try {
      const seen = await fillEmbeddings(embeddings, refused);
      rest = shortestRest;
      if (seen === 0) restUntil = Date.now() + Math.max(shortestRest, (Date.now() - began) / lookShare);
    } catch (error) {
      log.warn("documents got no vectors; it is tried again", { reason: error instanceof Error ? error.message : String(error), restMs: rest });
      restUntil = Date.now() + rest;
      rest = Math.min(rest * 2, longestRest);
    }
  };
}
