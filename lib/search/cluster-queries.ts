import type { Locale } from "@/lib/platform/i18n/locale";
import { essence } from "./tuning";

export type Sought = { query: string; searches: number };
export type Cluster = { title: string; queries: string[]; searches: number };

/** Two searches are about the same when they share at least half of their telling words. */
const alike = 0.5;
const mostQueries = 12;

/** Groups of searches that want the same, most wanted first; the most frequent words are the title. */
export function clusterQueries(sought: Sought[], locale: Locale): Cluster[] {
  const clusters: (Cluster & { terms: Set<string>[] })[] = [];
  for (const { query, searches } of [...sought].sort((a, b) => b.searches - a.searches || a.query.localeCompare(b.query))) {
    const terms = new Set(essence(query, locale).split(" ").filter(Boolean));
    if (terms.size === 0) continue;
    const found = clusters.find((cluster) => cluster.terms.some((other) => likeness(terms, other) >= alike));
    if (!found) clusters.push({ title: query, queries: [query], searches, terms: [terms] });
    else {
      found.searches += searches;
      found.terms.push(terms);
      if (found.queries.length < mostQueries) found.queries.push(query);
    }
  }
  return clusters.map(({ title, queries, searches }) => ({ title, queries, searches })).sort((a, b) => b.searches - a.searches);
}

/** Words in common of all words of both. */
export function likeness(a: Set<string>, b: Set<string>): number {
  let common = 0;
  for (const term of a) if (b.has(term)) common += 1;
  return common / (a.size + b.size - common || 1);
}
