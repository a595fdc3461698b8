import { createHash } from "node:crypto";
import type { Settings } from "meilisearch";

/**
 * What documents look like inside (meilisearch-document.ts) and how their terms are cut (analyze.ts): raised when
 * either changes, so that an index made before is made anew.
 */
const shape = 4;

/**
 * The texts in it are terms of our analysis (folded, stemmed, compounds taken apart), so every attribute is read as
 * Latin words: Meilisearch's German segmenter would split them once more, wrongly. Beginnings and misspellings are
 * looked up in the database's own list of terms, which knows how telling each is; a beginning is left to Meilisearch.
 */
const settings = {
  searchableAttributes: ["title", "titleParts", "tagTerms", "text", "parts"],
  filterableAttributes: ["kind", "locale", "audience", "categoryId", "tags", "state", "products", "authorId", "created"],
  displayedAttributes: ["id", "version"],
  // It only proposes; what stands near what is judged where everything is ordered. Without that it is filled several times as fast.
  rankingRules: ["words", "attribute"],
  proximityPrecision: "byAttribute",
  facetSearch: false,
  localizedAttributes: [{ attributePatterns: ["*"], locales: ["eng"] }],
  typoTolerance: { enabled: false },
  pagination: { maxTotalHits: 1_000 },
} satisfies Settings;

export const settingsVersion = createHash("sha256")
  .update(JSON.stringify([shape, settings]))
  .digest("hex")
  .slice(0, 16);

/** A word that no text holds: it tells by which version of all this an index was made, and goes along when indexes are swapped. */
const mark = "kundigsettingsversion";

export const meilisearchSettings = { ...settings, synonyms: { [mark]: [settingsVersion] } } satisfies Settings;

/** What our vectors are called in it. */
export const embedder = "kundig";

/** Of the index that holds what documents mean, as one model says it. */
export function meaningSettings(model: string, dimensions: number) {
  return {
    searchableAttributes: ["id"],
    filterableAttributes: settings.filterableAttributes,
    displayedAttributes: settings.displayedAttributes,
    facetSearch: false,
    embedders: { [embedder]: { source: "userProvided", dimensions } },
    synonyms: { [mark]: [settingsVersion, createHash("sha256").update(model).digest("hex").slice(0, 16)] },
  } satisfies Settings;
}

/** Whether an index was made by this version, and nobody has changed its settings since. */
export function hasOurSettings(actual: unknown, wanted: unknown = meilisearchSettings): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(actual) || actual.length !== wanted.length) return false;
    const sorted = (list: unknown[]) => [...list].map((item) => JSON.stringify(item)).sort();
    return wanted.every((item, index) => hasOurSettings(actual[index], item)) || String(sorted(actual)) === String(sorted(wanted));
  }
  if (wanted === null || typeof wanted !== "object") return actual === wanted;
  return Object.entries(wanted).every(([key, value]) => hasOurSettings((actual as Record<string, unknown> | null)?.[key], value));
}
