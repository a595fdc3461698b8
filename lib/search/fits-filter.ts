import type { SearchFilter } from "@/lib/platform/search/engine";
import type { ReadCandidate } from "@/lib/platform/search/read-candidates";

/** What a search is narrowed to; who looks decides about the audiences. */
export type Narrowed = Omit<SearchFilter, "audiences">;

/** The same as the engines decide, for what is at hand already. */
export function fitsFilter(candidate: ReadCandidate, filter: Narrowed): boolean {
  const { kind, state, locale, tags, categoryId, products, authorId, created } = candidate;
  const among = <T>(wanted: T[] | undefined, ...own: T[]) => !wanted || own.some((one) => wanted.includes(one));
  return (
    among(filter.kinds, kind) &&
    among(filter.states, state) &&
    among(filter.tags, ...tags) &&
    among(filter.products, ...products) &&
    among(filter.categoryIds, categoryId) &&
    (!filter.locale || filter.locale === locale) &&
    (filter.authorId === undefined || filter.authorId === authorId) &&
    (!filter.after || created >= filter.after.getTime()) &&
    (!filter.before || created < filter.before.getTime())
  );
}

export function isNarrowed(filter: Narrowed): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}
