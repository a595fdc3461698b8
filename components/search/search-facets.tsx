import { Button } from "@/components/ui/button";
import type { Facets } from "@/lib/search/hit";
import { isFiltered, noFilter, type SearchQuery } from "./search-query";
import type { SearchWords } from "./search-words";

type SearchFacetsProps = {
  query: SearchQuery;
  facets: Facets;
  /** The numbers speak of so many of the best; undefined: of all. */
  among: number | undefined;
  words: SearchWords;
  tagNames: Record<string, string>;
  categoryNames: Record<string, string>;
  onChange: (change: Partial<SearchQuery>) => void;
};

type Choice = { value: string; label: string; count: number | undefined };

const most = 5;
const languages = [
  { value: "en", label: "English" },
  { value: "de", label: "Deutsch" },
];

/** Narrows what was found. Plain fields of the search form, so they work without script too. */
export function SearchFacets({ query, facets, among, words, tagNames, categoryNames, onChange }: SearchFacetsProps) {
  const kinds = (["thread", "article", "video"] as const).map((value) => ({ value, label: words[`kind.${value}`], count: facets.kinds[value] }));
  const states = (["solved", "answered", "unanswered"] as const).map((value) => ({ value, label: words[`state.${value}`], count: facets.states[value] }));
  const since = (["week", "month", "year"] as const).map((value) => ({ value, label: words[`since.${value}`], count: facets.since[value] }));
  const tags = facets.tags.map(({ slug, count }) => ({ value: slug, label: tagNames[slug] ?? slug, count }));
  const categories = facets.categories.map(({ slug, name, count }) => ({ value: slug, label: name, count }));
  const products = facets.products.map(({ name, count }) => ({ value: name, label: name, count }));
  const chosen = (name: "tag" | "category" | "product", choices: Choice[], names: Record<string, string> = {}) => (
    <Facet name={name} title={words[name]} choices={shortened(choices, query[name], names)} chosen={query[name]} onChange={(next) => onChange({ [name]: next })} />
  );
  return (
    <div className="facets" role="group" aria-label={words.filters}>
      <Facet name="kinds" title={words.show} choices={kinds} chosen={query.kinds} onChange={(next) => onChange({ kinds: next })} />
      <Facet name="state" title={words.state} choices={states} chosen={query.state} onChange={(next) => onChange({ state: next })} />
      {chosen("product", products)}
      {chosen("category", categories, categoryNames)}
      {chosen("tag", tags, tagNames)}
      <Facet name="since" title={words.date} choices={since} chosen={query.since ? [query.since] : []} onChange={(next) => onChange({ since: next.at(-1) ?? "" })} single />
      <Facet name="locale" title={words.language} choices={languages.map((one) => ({ ...one, count: facets.locales[one.value] }))} chosen={query.locale} onChange={(next) => onChange({ locale: next })} />
      {(["author", "after", "before"] as const).map((name) => query[name] && <input key={name} type="hidden" name={name} value={query[name]} />)}
      {among !== undefined && <p className="mut2 mt-3">{words.countedAmong.replace("{n}", String(among))}</p>}
      {isFiltered(query) && (
        <Button look="ghost" size="d" className="mt-3" onClick={() => onChange(noFilter)}>
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

/** The most frequent ones; what is chosen stays to be seen, so that it can be taken back. */
function shortened(choices: Choice[], chosen: string[], names: Record<string, string>): Choice[] {
  const missing = chosen.filter((value) => !choices.some((choice) => choice.value === value));
  const kept = choices.filter(({ value }, index) => index < most || chosen.includes(value));
  return [...missing.map((value) => ({ value, label: names[value] ?? value, count: 0 })), ...kept];
}

type FacetProps = { name: string; title: string; choices: Choice[]; chosen: string[]; single?: boolean; onChange: (chosen: string[]) => void };

function Facet({ name, title, choices, chosen, single, onChange }: FacetProps) {
  if (choices.length === 0) return null;
  return (
    <fieldset className="facet bare">
      <legend>{title}</legend>
      {choices.map(({ value, label, count }) => {
        const on = chosen.includes(value);
        return (
          <label key={value}>
            <input
              type={single ? "radio" : "checkbox"}
              name={name}
              value={value}
              checked={on}
              // A chosen circle can be taken back like a tick.
              onClick={single && on ? () => onChange([]) : undefined}
              onChange={() => onChange(on ? chosen.filter((one) => one !== value) : [...chosen, value])}
            />
            <span className="t">{label}</span>
            {count ? <span className="n">{count}</span> : null}
          </label>
        );
      })}
    </fieldset>
  );
}
