import type { CategoryView } from "@/lib/categories/category-view";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { ReadCandidate } from "@/lib/platform/search/read-candidates";
import { fitsFilter, isNarrowed, type Narrowed } from "./fits-filter";
import type { Facets } from "./hit";
import { sinceNames, startOf } from "./since";

const mostTags = 12;
const mostCategories = 12;
const mostProducts = 12;

type Named = { categories: CategoryView[]; locale: Locale };

/**
 * How what fits the words spreads. Each facet is counted under all filters but its own, so that its numbers
 * say what one more tick would bring.
 */
export function countFacets(around: ReadCandidate[], filter: Narrowed, { categories, locale }: Named): Facets {
  const without = (own: Narrowed) => {
    const narrowed = { ...filter, ...own };
    return isNarrowed(narrowed) ? around.filter((candidate) => fitsFilter(candidate, narrowed)) : around;
  };
  const states = without({ states: undefined }).filter(({ kind }) => kind === "thread");
  const times = without({ after: undefined, before: undefined });
  const tags = countBy(without({ tags: undefined }).flatMap((candidate) => candidate.tags));
  const products = countBy(without({ products: undefined }).flatMap((candidate) => candidate.products));
  const places = countBy(without({ categoryIds: undefined }).map(({ categoryId }) => categoryId));
  return {
    kinds: Object.fromEntries(countBy(without({ kinds: undefined }).map(({ kind }) => kind))),
    states: Object.fromEntries(countBy(states.map(({ state }) => state))),
    locales: Object.fromEntries(countBy(without({ locale: undefined }).map((candidate) => candidate.locale))),
    tags: mostFrequent(tags, mostTags).map(([slug, count]) => ({ slug, count })),
    categories: mostFrequent(places, mostCategories).flatMap(([id, count]) => {
      const category = categories.find((one) => one.id === id);
      return category ? [{ slug: category.slug, name: category.name[locale], count }] : [];
    }),
    products: mostFrequent(products, mostProducts).map(([name, count]) => ({ name, count })),
    since: Object.fromEntries(
      sinceNames.map((name) => {
        const start = startOf(name).getTime();
        return [name, times.filter(({ created }) => created >= start).length];
      }),
    ),
  };
}

function countBy<Key extends string | number>(names: Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function mostFrequent<Key extends string | number>(counts: Map<Key, number>, most: number): [Key, number][] {
  return [...counts].sort(([a, x], [b, y]) => y - x || String(a).localeCompare(String(b))).slice(0, most);
}
