import type { Meilisearch, MultiSearchQueryWithFederation } from "meilisearch";
import { type Locale, locales } from "../i18n/locale";
import { analyze } from "./analyze";
import type { EngineHits, EngineQuery, Phrase, QueryWord, SearchFilter } from "./engine";
import { fromId } from "./meilisearch-id";

/** Meilisearch reads no more than ten words of a query: we choose which. */
const mostWords = 10;
/** So many of the most telling words may each bring documents alone. */
const mostLeads = 5;
const leadWeight = 0.5;

/**
 * Meilisearch never gives up the last word it holds on to, so a document without the rarest word would not be
 * found by all the others. Therefore each telling word is also asked for alone, for less. One query for each
 * language too, since each has its own terms. Meilisearch merges what they find.
 */
export async function federatedSearch(
  client: Meilisearch,
  uid: string,
  query: EngineQuery,
  signal?: AbortSignal,
): Promise<EngineHits> {
  const among: readonly Locale[] = query.filter.locale ? [query.filter.locale] : locales;
  const queries = among.flatMap((locale) =>
    queryTexts(query, locale).map(({ text, weight }) =>
      toQuery(uid, text, weight, filterText(query.filter, locale)),
    ),
  );
  if (queries.length === 0) return { hits: [], total: 0 };
  const { hits, estimatedTotalHits } = await client.multiSearch<
    { federation: { limit: number }; queries: MultiSearchQueryWithFederation[] },
    { id: string }
  >({ federation: { limit: query.limit }, queries }, { signal });
  const found = hits.map(({ id }, place) => ({ key: fromId(id), score: 1 / (place + 1) }));
  return { hits: found, total: Math.max(found.length, estimatedTotalHits ?? 0) };
}

function toQuery(
  indexUid: string,
  q: string,
  weight: number,
  filter: string,
): MultiSearchQueryWithFederation {
  return {
    indexUid,
    q,
    filter,
    attributesToRetrieve: ["id"],
    matchingStrategy: "frequency",
    locales: ["eng"],
    federationOptions: { weight },
  };
}

function queryTexts(
  { words, phrases, excluded }: EngineQuery,
  locale: Locale,
): { text: string; weight: number }[] {
  const groups = phrases.flatMap((phrase) => wholeParts(phrase[locale]));
  if (phrases.length > 0 && groups.length === 0) return [];
  const without = excluded.flatMap((phrase) => wholeParts(phrase[locale]).map((part) => `-${part}`));
  const chosen = chooseTerms(words, locale);
  const all = [...chosen].sort((a, b) => a.position - b.position).map(({ term }) => term);
  const text = (terms: string[]) => [...groups, ...without, ...terms].join(" ");
  if (chosen.length === 0) return groups.length > 0 ? [{ text: text([]), weight: 1 }] : [];
  const best = chosen[0]?.weight || 1;
  const leads = chosen.length > 1 ? chosen.slice(0, mostLeads) : [];
  return [
    { text: text([...new Set(all)]), weight: 1 },
    ...leads.map(({ term, weight }) => ({
      text: text([term]),
      weight: leadWeight * Math.max(0.1, weight / best),
    })),
  ];
}

/** The most telling terms of this language; when it knows none of the words, they are left to Meilisearch's own tolerance. */
function chooseTerms(
  words: QueryWord[],
  locale: Locale,
): { term: string; position: number; weight: number }[] {
  const known = words.flatMap(({ terms, position, share }) => {
    const own = terms.filter((term) => term.locale === locale).sort((a, b) => b.weight - a.weight)[0];
    return own ? [{ term: own.term, position, weight: own.weight * share }] : [];
  });
  if (known.length > 0) return known.sort((a, b) => b.weight - a.weight).slice(0, mostWords);
  if (words.some(({ terms }) => terms.length > 0)) return [];
  return words.slice(0, mostWords).flatMap(({ text, position }) => {
    const token = analyze(text, locale)[0];
    return token && !token.stop ? [{ term: token.term, position, weight: 1 }] : [];
  });
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
  const oneOf = (field: string, values: (string | number)[]) =>
    `${field} IN [${values.map((value) => JSON.stringify(value)).join(", ")}]`;
  return [
    oneOf("locale", [locale]),
    oneOf("audience", audiences),
    ...(kinds ? [oneOf("kind", kinds)] : []),
    ...(categoryIds ? [oneOf("categoryId", categoryIds)] : []),
    ...(tag ? [oneOf("tags", [tag])] : []),
    ...(states ? [oneOf("state", states)] : []),
  ].join(" AND ");
}
