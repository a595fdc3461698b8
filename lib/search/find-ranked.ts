import { audiencesOf } from "@/lib/categories/visible";
import type { Actor } from "@/lib/members/actor";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { SearchEngine } from "@/lib/platform/search/engine";
import type { ParsedQuery } from "@/lib/platform/search/parse-query";
import { postgresEngine } from "@/lib/platform/search/postgres-engine";
import { type Ranked, rank } from "@/lib/platform/search/rank";
import { type ReadCandidate, readCandidates } from "@/lib/platform/search/read-candidates";
import { searchWithFallback } from "@/lib/platform/search/search-with-fallback";
import type { QueryText } from "@/lib/platform/search/query-pieces";
import { type Understood, understandQuery } from "@/lib/platform/search/understand-query";
import { firstEngine } from "./first-engine";
import { fitsFilter, isNarrowed, type Narrowed } from "./fits-filter";
import { orderByMeaning, proposeByMeaning, startMeaning } from "./meaning";
import { readSearchTuning } from "./read-tuning";
import { isWholeOrSaysIt, placeParts } from "./place-parts";
import { pinnedFor, type SearchTuning, weightOf } from "./tuning";
import { visibleDocuments } from "./visible";

const fewest = 100;
const most = 1_000;
/** What holds less of the query than this, or less than half of what the best holds, is chance. */
const leastCoverage = 0.3;

/** What is written in the other language counts so much. A title that says nothing else is worth a third more than a long one: less than this. */
const otherLanguage = 0.7;
/** Beside the others of a query nothing else is as near in meaning: that is no chance, however few words it holds. */
const nearest = 0.8;

export type FoundCandidate = Ranked<ReadCandidate> & { /** How near in meaning beside the others, 0 to 1; undefined without vectors. */ near?: number };
export type Looked = { found: FoundCandidate[]; /** Nothing else fits. */ whole: boolean };
export type FoundRanked = Looked & {
  /** What there is for the words without any filter, when that was wished for; else the same. */
  around: Looked;
  engine: "postgres" | "meilisearch";
  query: Understood | null;
};

type Wish = {
  parsed: ParsedQuery;
  filter: Narrowed;
  /** How many are needed. */
  count: number;
  preferLocale: Locale;
  more?: QueryText[];
  /** How much a document of this kind counts beside the others. */
  prior: (candidate: ReadCandidate) => number;
  /** Also look what there is without the filter. */
  widely?: boolean;
  /** Nobody is typing any more: what shares no word with the query, but means the same, is looked for too. */
  sentOff?: boolean;
  /** Documents a manager chose for these very words come first. */
  pins?: boolean;
  /** What the search is taught; unless told, what managers have saved. */
  tuning?: SearchTuning;
  /** Asked before Postgres; unless told, Meilisearch when it is there and filled. */
  first?: SearchEngine | null;
  /** Parts of documents as well, each as a result of its own; else only what is whole. */
  parts?: boolean;
  /** As if these did not exist: how likely the others are depends on the best of them. */
  leaveOut?: string[];
};

/** What this actor may see of what fits, best first. An engine proposes; rights and order are decided here, for every engine alike. */
export async function findRanked(
  actor: Actor,
  { parsed, filter, count, preferLocale, more, prior, widely = false, sentOff = false, pins = false, tuning, first, parts = false, leaveOut = [] }: Wish,
): Promise<FoundRanked> {
  const taught = tuning ?? (await readSearchTuning());
  const own = taught[preferLocale];
  const pinned = pins && parsed.phrases.length === 0 && parsed.excluded.length === 0 ? pinnedFor(own, parsed.text, preferLocale) : [];
  const asking = first === undefined ? firstEngine() : first;
  if (asking instanceof Promise) asking.catch(() => {});
  const meaning = startMeaning([parsed.text, ...parsed.phrases, ...(more ?? []).map(({ text }) => text)]);
  const query = await understandQuery(
    parsed,
    { ...filter, audiences: audiencesOf(actor) },
    Math.min(most, Math.max(fewest, count + 50)),
    more,
    taught,
  );
  if (query.words.length === 0) return { found: [], whole: true, around: { found: [], whole: true }, engine: "postgres", query: null };
  const asked = await asking;
  const seek = async (sought: Understood, narrowed: Narrowed) => {
    const [{ hits, engine }, near] = await Promise.all([
      searchWithFallback(asked, postgresEngine, sought),
      sentOff ? proposeByMeaning(asked, meaning, sought.filter) : [],
    ]);
    const candidates = await readCandidates(
      [...new Set([...hits.map(({ key }) => key), ...near, ...pinned])],
      sought,
      visibleDocuments(actor),
    );
    const byWords: FoundCandidate[] = rank(
      candidates.filter((candidate) => !leaveOut.includes(candidate.key) && (parts ? isWholeOrSaysIt(candidate) : candidate.partOf === null)),
      sought.words,
      sought.statistics,
    );
    for (const candidate of byWords) candidate.score *= prior(candidate) * weightOf(own, candidate) * (candidate.locale === preferLocale ? 1 : otherLanguage);
    byWords.sort((a, b) => b.score - a.score);
    const ranked = placeParts(await orderByMeaning(byWords, meaning, near));
    const found = pinnedFirst(ranked, pinned, (candidate) => hits.some(({ key }) => key === candidate.key) || fitsFilter(candidate, narrowed));
    return { found, whole: hits.length < sought.limit, engine };
  };
  const wide = widely && isNarrowed(filter) ? seek({ ...query, filter: { audiences: query.filter.audiences } }, {}) : undefined;
  // It may fail while the other one is still awaited.
  wide?.catch(() => {});
  for (;;) {
    const looked = await seek(query, filter);
    if (looked.whole || looked.found.length >= count || query.limit >= most) return { ...looked, around: (await wide) ?? looked, query };
    query.limit = Math.min(most, query.limit * 3);
  }
}

/** Pinned documents that may be seen and fit the filter, in their order; then the others. */
function pinnedFirst(ranked: FoundCandidate[], keys: string[], isFitting: (candidate: FoundCandidate) => boolean): FoundCandidate[] {
  if (keys.length === 0) return withoutChance(ranked);
  const first = keys.flatMap((key) => ranked.filter((candidate) => candidate.key === key && isFitting(candidate)));
  const rest = ranked.filter(({ key }) => !keys.includes(key));
  return [...first, ...withoutChance(rest)];
}

function withoutChance(ranked: FoundCandidate[]): FoundCandidate[] {
  const best = Math.max(0, ...ranked.map(({ coverage }) => coverage));
  const least = Math.min(leastCoverage, best / 2);
  return ranked.filter(({ coverage, near }) => coverage >= least || (near !== undefined && near >= nearest));
}
