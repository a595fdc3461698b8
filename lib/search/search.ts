import type { CategoryView } from "@/lib/categories/category-view";
import { loadCategories } from "@/lib/categories/load-categories";
import type { Actor } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { parseInput } from "@/lib/platform/parse-input";
import { parseQuery, withoutPhrases } from "@/lib/platform/search/parse-query";
import type { ReadCandidate } from "@/lib/platform/search/read-candidates";
import { countFacets } from "./count-facets";
import { decodeCursor, encodeCursor } from "./cursor";
import { directAnswer } from "./direct-answer";
import { readFilterWords } from "./filter-words";
import { findRanked, type FoundRanked, type Looked } from "./find-ranked";
import { isNarrowed, type Narrowed } from "./fits-filter";
import type { SearchResult } from "./hit";
import { searchInput } from "./input";
import { listNewest } from "./list-newest";
import { logQuery } from "./log-query";
import { readHitsAndAnswer } from "./read-hits";
import { resolveFilter } from "./resolve-filter";
import { spellOut } from "./spell-out";
import { tellNotices } from "./tell-notices";

const mostNewest = 200;

/** For those who look on behalf of somebody: nobody typed it, and only what is newer counts; the categories of who has read them already. */
type Way = { quiet?: boolean; newerThan?: Date; categories?: CategoryView[] };

/**
 * Finds threads, articles and what is said in videos. Whatever is typed gives a result, possibly an empty one. At most 8 queries; 10 with
 * filters; as many again for quoted words that stand nowhere so.
 */
export async function search(actor: Actor, input: unknown, { quiet = false, newerThan, categories: known }: Way = {}): Promise<SearchResult> {
  const { q, limit, cursor, preferLocale, voice, typing, ...wanted } = parseInput(searchInput, input);
  const at = now();
  const offset = decodeCursor(cursor);
  const { text, typed, misunderstood } = readFilterWords(q);
  const { kinds, locale, category, tag, state, product, author, since, after, before } = wanted;
  const chosen = { kinds, locale, categories: category, tags: tag, states: state, products: product, author, since, after: later(after, newerThan), before };
  // Read beside the search, which hardly ever has to wait for it: most filter by no category.
  const reading = known ? Promise.resolve(known) : loadCategories(actor);
  reading.catch(() => {});
  const { filter, unknown } = await resolveFilter(actor, chosen, typed, reading);
  const parsed = parseQuery(text);
  const wish = { filter, count: offset + limit + 1, preferLocale: filter.locale ?? preferLocale, prior, widely: true, pins: true, parts: true, sentOff: !typing && !quiet };
  const exact = await findRanked(actor, { parsed, ...wish });
  // Quotes cite more often than they command, and what comes nearest is better than nothing. Nobody is told of news that only resembles what they look for.
  const isCited = exact.around.found.length === 0 && parsed.phrases.length > 0 && !quiet;
  const ranked = isCited ? await findRanked(actor, { parsed: withoutPhrases(parsed), ...wish }) : exact;
  const { engine, query } = ranked;
  const hasWords = query !== null || /[\p{L}\p{N}]/u.test(text);
  const { found, whole, around, leftOut } =
    !hasWords && isNarrowed(filter) ? await newest(actor, filter) : Object.keys(typed).length > 0 ? leaveOut(ranked, chosen) : { ...ranked, leftOut: false };
  const shown = found.slice(offset, offset + limit);
  const logged = offset === 0 && !quiet ? logQuery(actor, { text: q, locale: preferLocale, hits: found.length, engine, voice, at }) : undefined;
  const { hits, firstAnswer } = await readHitsAndAnswer(shown, query, preferLocale);
  const dropped = shown.length - hits.length;
  const result: SearchResult = {
    hits,
    total: found.length - dropped,
    engine,
    facets: countFacets(dropped > 0 && hits.length === 0 ? [] : around.found, leftOut ? {} : filter, { categories: await reading, locale: preferLocale }),
    ...(whole ? {} : { more: true }),
    ...(around.whole ? {} : { countedAmong: around.found.length }),
    notices: tellNotices(preferLocale, { typed: q, misunderstood, unknown, leftOut, isCited: isCited && found.length > 0, hasWords: hasWords || isNarrowed(filter) }),
    ...(query ? spellOut(text, query, hits) : {}),
    ...(offset === 0 && query ? { answer: directAnswer(found, hits, firstAnswer, query) } : {}),
    ...(found.length > offset + limit ? { nextCursor: encodeCursor(offset + limit) } : {}),
  };
  await logged;
  return result;
}

function later(a: Date | undefined, b: Date | undefined): Date | undefined {
  return a && b ? new Date(Math.max(a.getTime(), b.getTime())) : (a ?? b);
}

const weightOf: Record<string, number> = { solved: 1.05, answered: 1 };
const unanswered = 0.9;

/**
 * What is checked by the company or by the asker comes a little earlier than what is as fitting, and what nobody has
 * answered a little later.
 */
export function prior({ kind, state }: ReadCandidate): number {
  if (kind === "article") return 1.1;
  // Few words under a long title weigh much.
  if (kind === "video") return 0.9;
  return weightOf[state] ?? unanswered;
}

type Shown = Pick<FoundRanked, "found" | "whole" | "around"> & { leftOut: boolean };

/** A filter without words: the newest of what it holds. */
async function newest(actor: Actor, filter: Narrowed): Promise<Shown> {
  const look = async (narrowed: Narrowed): Promise<Looked> => {
    const found = await listNewest(actor, narrowed, mostNewest + 1);
    return { found: found.slice(0, mostNewest), whole: found.length <= mostNewest };
  };
  const [looked, around] = await Promise.all([look(filter), look({})]);
  return { ...looked, around, leftOut: false };
}

/** When a typed filter leaves nothing, what there is without it is shown; what was chosen holds. */
function leaveOut({ found, whole, around }: FoundRanked, chosen: object): Shown {
  const isChosen = Object.values(chosen).some((value) => value !== undefined);
  if (found.length > 0 || around.found.length === 0 || isChosen) return { found, whole, around, leftOut: false };
  return { ...around, around, leftOut: true };
}
