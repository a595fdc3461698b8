import type { Locale } from "@/lib/platform/i18n/locale";
import type { FilterName } from "./filter-completions";

type Known = { tags: { slug: string; name: string }[]; categories: { slug: string; name: string }[]; products: string[]; year: number };

/** The filters that can be typed, as this reader calls them; lib/search/filter-words.ts understands them all. */
export function filterNames(locale: Locale, { tags, categories, products, year }: Known): FilterName[] {
  const de = locale === "de";
  const same = (values: string[]) => values.map((value) => ({ value, label: value }));
  const years = same([String(year), String(year - 1), String(year - 2)]);
  return [
    { name: de ? "thema" : "tag", values: tags.map(({ slug, name }) => ({ value: slug, label: name })) },
    { name: de ? "ist" : "is", values: same(de ? ["gelöst", "offen", "beantwortet", "unbeantwortet", "frage", "anleitung", "video"] : ["solved", "open", "answered", "unanswered", "question", "article", "video"]) },
    { name: "in", values: categories.map(({ slug, name }) => ({ value: slug, label: name })) },
    { name: de ? "produkt" : "product", values: same(products) },
    { name: de ? "von" : "from", values: [], people: true },
    { name: de ? "sprache" : "lang", values: same(de ? ["deutsch", "englisch"] : ["english", "german"]) },
    { name: de ? "nach" : "after", values: years },
    { name: de ? "vor" : "before", values: years },
  ];
}
