import type { Meilisearch, MultiSearchQueryWithFederation } from "meilisearch";
import { type Locale, locales } from "../i18n/locale";
import { analyze } from "./analyze";
import type { EngineHits, EngineQuery, Phrase, QueryWord, SearchFilter } from "./engine";
import { fromId } from "./meilisearch-id";

/** Meilisearch reads no more than ten words of a query: we choose which. */
const mostWords = 10;

/** One query for each language, since each has its own terms; Meilisearch merges what they find. */
export async function federatedSearch(client: Meilisearch, uid: string, query: EngineQuery, signal?: AbortSignal): Promise<EngineHits> {
  const among: readonly Locale[] = query.filter.locale ? [query.filter.locale] : locales;
  const queries = among.flatMap((locale) => {
    const q = queryText(query, locale);
    return q === "" ? [] : [toQuery(uid, q, locale, query.filter)];
  });
  if (queries.length === 0) return { hits: [], total: 0 };
  const { hits, estimatedTotalHits } = await client.multiSearch<{ federation: { limit: number }; queries: MultiSearchQueryWithFederation[] }, { id: string }>(
    { federation: { limit: query.limit }, queries },
    { signal },
  );
  const found = hits.map(({ id }, place) => ({ key: fromId(id), score: 1 / (place + 1) }));
  return { hits: found, total: estimatedTotalHits ?? found.length };
}

function toQuery(uid: string, q: string, locale: Locale, filter: SearchFilter): MultiSearchQueryWithFederation {
  return { indexUid: uid, q, filter: filterText(filter, locale), attributesToRetrieve: ["id"], matchingStrategy: "frequency", locales: ["eng"] };
}

function queryText({ words, phrases, excluded }: EngineQuery, locale: Locale): string {
  const chosen = words.slice(0, mostWords).sort((a, b) => a.position - b.position);
  const terms = chosen.map((word) => termOf(word, locale)).filter((term) => term !== "");
  const groups = phrases.flatMap((phrase) => wholeParts(phrase[locale]));
  if (phrases.length > 0 && groups.length === 0) return "";
  if (terms.length === 0 && groups.length === 0) return "";
  const without = excluded.flatMap((phrase) => wholeParts(phrase[locale]).map((part) => `-${part}`));
  return [...groups, ...without, ...new Set(terms)].join(" ");
}

/** A word of the other language only, for which this one has no term, is left to Meilisearch's own tolerance. */
function termOf(word: QueryWord, locale: Locale): string {
  const own = word.terms.find((term) => term.locale === locale);
  if (own) return own.term;
  const token = analyze(word.text, locale)[0];
  return token && !token.stop ? token.term : "";
}

/** Meilisearch knows no gaps: a phrase with one becomes two. */
function wholeParts(phrase: Phrase): string[] {
  const parts: string[][] = [[]];
  for (const term of phrase) {
    if (term === null) parts.push([]);
    else parts.at(-1)?.push(term);
  }
  return parts.filter((part) => part.length > 0).map((part) => `"${part.join(" ")}"`);
}

function filterText({ kinds, audiences, categoryIds, tag, states }: SearchFilter, locale: Locale): string {
  const oneOf = (field: string, values: (string | number)[]) => `${field} IN [${values.map((value) => JSON.stringify(value)).join(", ")}]`;
  return [
    oneOf("locale", [locale]),
    oneOf("audience", audiences),
    ...(kinds ? [oneOf("kind", kinds)] : []),
    ...(categoryIds ? [oneOf("categoryId", categoryIds)] : []),
    ...(tag ? [oneOf("tags", [tag])] : []),
    ...(states ? [oneOf("state", states)] : []),
  ].join(" AND ");
}
