import { Button } from "@/components/ui/button";
import type { Facets } from "@/lib/search/hit";
import { isFiltered, type SearchQuery } from "./search-query";
import type { SearchWords } from "./search-words";

type SearchFacetsProps = {
  query: SearchQuery;
  facets: Facets;
  words: SearchWords;
  tagNames: Record<string, string>;
  onChange: (change: Partial<SearchQuery>) => void;
};

type Choice = { value: string; label: string; count: number | undefined };

const languages = [
  { value: "en", label: "English" },
  { value: "de", label: "Deutsch" },
];

/** Narrows what was found. Plain fields of the search form, so they work without script too. */
export function SearchFacets({ query, facets, words, tagNames, onChange }: SearchFacetsProps) {
  const kinds = (["thread", "article"] as const).map((value) => ({ value, label: words[`kind.${value}`], count: facets.kinds[value] }));
  const states = (["solved", "answered", "unanswered"] as const).map((value) => ({ value, label: words[`state.${value}`], count: facets.states[value] }));
  const locales = languages.map((one) => ({ ...one, count: facets.locales[one.value] }));
  const tags = facets.tags.slice(0, 6).map(({ slug, count }) => ({ value: slug, label: tagNames[slug] ?? slug, count }));
  if (query.tag && !tags.some(({ value }) => value === query.tag)) tags.unshift({ value: query.tag, label: tagNames[query.tag] ?? query.tag, count: 0 });
  return (
    <div className="facets" role="group" aria-label={words.filters}>
      <Facet name="kinds" title={words.show} choices={kinds} chosen={query.kinds} onChange={(next) => onChange({ kinds: next })} />
      <Facet name="state" title={words.state} choices={states} chosen={query.state} onChange={(next) => onChange({ state: next })} />
      {tags.length > 0 && <Facet name="tag" title={words.tag} choices={tags} chosen={query.tag ? [query.tag] : []} onChange={(next) => onChange({ tag: next.at(-1) ?? "" })} />}
      <Facet name="locale" title={words.language} choices={locales} chosen={query.locale} onChange={(next) => onChange({ locale: next })} />
      {query.category && <input type="hidden" name="category" value={query.category} />}
      {isFiltered(query) && (
        <Button look="ghost" size="d" className="mt-3" onClick={() => onChange({ kinds: [], state: [], locale: [], tag: "", category: "" })}>
          {words.clear}
        </Button>
      )}
      <noscript>
        <button type="submit" className="btn sec d">
          {words.apply}
        </button>
      </noscript>
    </div>
  );
}

type FacetProps = { name: string; title: string; choices: Choice[]; chosen: string[]; onChange: (chosen: string[]) => void };

function Facet({ name, title, choices, chosen, onChange }: FacetProps) {
  return (
    <fieldset className="facet bare">
      <legend>{title}</legend>
      {choices.map(({ value, label, count }) => {
        const on = chosen.includes(value);
        return (
          <label key={value}>
            <input
              type="checkbox"
              name={name}
              value={value}
              checked={on}
              onChange={() => onChange(on ? chosen.filter((one) => one !== value) : [...chosen, value])}
            />
            {label}
            {count ? <span className="n">{count}</span> : null}
          </label>
        );
      })}
    </fieldset>
  );
}
