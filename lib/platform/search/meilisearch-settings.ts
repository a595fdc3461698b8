import type { Settings } from "meilisearch";

/**
 * Applied whenever the engine's own differ. The texts in it are terms of our analysis (folded, stemmed), so
 * every attribute is read as Latin words: Meilisearch's German segmenter would split them once more, wrongly.
 */
export const meilisearchSettings = {
  searchableAttributes: ["title", "answer", "tagTerms", "body", "replies"],
  filterableAttributes: ["kind", "locale", "audience", "categoryId", "tags", "state"],
  displayedAttributes: ["id", "version"],
  rankingRules: ["words", "typo", "proximity", "attribute", "exactness"],
  localizedAttributes: [{ attributePatterns: ["*"], locales: ["eng"] }],
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 }, disableOnNumbers: true },
  pagination: { maxTotalHits: 1_000 },
} satisfies Settings;

/** Whether everything that is set above is set there; what Meilisearch adds by itself is its own. */
export function hasOurSettings(actual: unknown, wanted: unknown = meilisearchSettings): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(actual) || actual.length !== wanted.length) return false;
    const sorted = (list: unknown[]) => [...list].map((item) => JSON.stringify(item)).sort();
    return (
      wanted.every((item, index) => hasOurSettings(actual[index], item)) ||
      String(sorted(actual)) === String(sorted(wanted))
    );
  }
  if (wanted === null || typeof wanted !== "object") return actual === wanted;
  return Object.entries(wanted).every(([key, value]) =>
    hasOurSettings((actual as Record<string, unknown> | null)?.[key], value),
  );
}
