import type { Meilisearch, MultiSearchQueryWithFederation } from "meilisearch";
import { type Locale, locales } from "../i18n/locale";
import { analyze } from "./analyze";
import { fold } from "./fold-word";
import type { EngineHits, EngineQuery, Phrase, QueryWord, SearchFilter } from "./engine";
import { fromId } from "./meilisearch-id";

/** Meilisearch reads no more than ten words of a query: we choose which. */
const mostWords = 10;
/** So many of the most telling words may each bring documents alone, as long as these are not more than that. */
const mostLeads = 10;
const mostLed = 4_000;
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
  const queries = localesOf(query.filter).flatMap((locale) =>
    queryTexts(query, locale).map(({ text, weight }) =>
      toQuery(uid, text, weight, filterText(query.filter, [locale])),
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
  // Of several words it would leave out what holds them anywhere: those are left to whoever asked.
  const without = excluded.flatMap((phrase) => (phrase[locale].terms.length === 1 && phrase[locale].written === undefined ? wholeParts(phrase[locale]).map((part) => `-${part}`) : []));
  const text = (chosen: Chosen[]) => [...groups, ...without, ...new Set(chosen.map(({ term }) => term)), ...(chosen.at(-1)?.isBeginning ? [] : [""])].join(" ");
  const terms = termsOf(words, locale);
  const [best] = terms;
  if (!best) return groups.length > 0 ? [{ text: text([]), weight: 1 }] : [];
  const together = text(bestOfEach(terms));
  const leads = terms.length > 1 ? leading(terms) : [];
  return [
    { text: together, weight: 1 },
    ...leads
      .map((lead) => ({ text: text([lead]), weight: leadWeight * Math.max(0.1, lead.weight / best.weight) }))
      .filter((lead) => lead.text !== together),
  ];
}

/** Rare words are the cheap ones to ask for, and the ones that tell. One leads in any case. */
function leading(terms: Chosen[]): Chosen[] {
  let room = mostLed;
  const leads = terms.slice(0, mostLeads).filter(({ documents }, place) => (room -= documents) >= 0 || place === 0);
  const beginning = leads.find(({ isBeginning }) => isBeginning);
  return leads.filter(({ term }) => !beginning || term === beginning.term || !term.startsWith(beginning.term));
}

/** Meilisearch takes the last word for a beginning unless a space follows it: it must for one that is being typed only. */
type Chosen = { term: string; position: number; weight: number; documents: number; isBeginning: boolean };

/**
 * Everything the words may mean in this language, most telling first. A word that is being typed leads by its
 * beginning, which Meilisearch completes. Words that nobody knows here are asked for as they are.
 */
function termsOf(words: QueryWord[], locale: Locale): Chosen[] {
  const terms = new Map<string, Chosen>();
  for (const { terms: meant, position, share, open, text } of words) {
    const own = meant.filter((term) => term.locale === locale);
    const add = (term: string, weight: number, documents: number, isBeginning = false) => {
      const key = isBeginning ? `${term}*` : term;
      const value = weight * share;
      if (value > (terms.get(key)?.weight ?? -1)) terms.set(key, { term, position, weight: value, documents, isBeginning });
    };
    if (open && own.length > 1) {
      const beginning = fold(text, locale);
      // What is a word as it stands is looked for as such first: there are far more that only begin so.
      const longer = own.filter(({ term }) => plainTerm(term) !== beginning);
      const documentsInAll = own.reduce((sum, { documents }) => sum + documents, 0);
      add(beginning, Math.max(0, ...longer.map(({ weight }) => weight)), documentsInAll, true);
    }
    for (const { term, weight, documents } of own) add(plainTerm(term), weight, documents);
  }
  if (terms.size > 0) return [...terms.values()].sort((a, b) => b.weight - a.weight);
  if (words.some(({ terms: meant }) => meant.length > 0)) return [];
  return words.slice(0, mostWords).flatMap(({ text, position, open }) => {
    const token = analyze(text, locale)[0];
    return token && !token.stop ? [{ term: token.term, position, weight: 1, documents: 0, isBeginning: open }] : [];
  });
}

/** Of each word its most telling meaning, in the order they were typed. */
function bestOfEach(terms: Chosen[]): Chosen[] {
  const positions = new Set<number>();
  return terms
    .filter(({ position }) => !positions.has(position) && positions.add(position))
    .slice(0, mostWords)
    .sort((a, b) => a.position - b.position);
}

/** Parts of compounds are marked in the database; here they stand in fields of their own. */
function plainTerm(term: string): string {
  return term.replace(/^~/, "");
}

/** Meilisearch knows no gaps: a phrase with one becomes two. */
function wholeParts({ terms }: Phrase): string[] {
  const parts: string[][] = [[]];
  for (const term of terms) {
    if (term === null) parts.push([]);
    else parts.at(-1)?.push(plainTerm(term));
  }
  return parts.filter((part) => part.length > 0).map((part) => `"${part.join(" ")}"`);
}

/** What these documents have to fulfil, in Meilisearch's words. */
export function filterText(filter: SearchFilter, among = localesOf(filter)): string {
  const { kinds, audiences, categoryIds, tags, states, products, authorId, after, before } = filter;
  const oneOf = (field: string, values: (string | number)[]) =>
    `${field} IN [${values.map((value) => JSON.stringify(value)).join(", ")}]`;
  return [
    oneOf("locale", [...among]),
    oneOf("audience", audiences),
    ...(kinds ? [oneOf("kind", kinds)] : []),
    ...(categoryIds ? [oneOf("categoryId", categoryIds)] : []),
    ...(tags ? [oneOf("tags", tags)] : []),
    ...(states ? [oneOf("state", states)] : []),
    ...(products ? [oneOf("products", products)] : []),
    ...(authorId === undefined ? [] : [`authorId = ${authorId}`]),
    ...(after ? [`created >= ${after.getTime()}`] : []),
    ...(before ? [`created < ${before.getTime()}`] : []),
  ].join(" AND ");
}

function localesOf({ locale }: SearchFilter): readonly Locale[] {
  return locale ? [locale] : locales;
}
