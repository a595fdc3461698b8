/** What is looked for, as it stands in the address. */
export type SearchQuery = {
  q: string;
  kinds: string[];
  state: string[];
  locale: string[];
  tag: string[];
  category: string[];
  product: string[];
  /** week, month, year or nothing. */
  since: string;
  author: string;
  after: string;
  before: string;
};

const lists = ["kinds", "state", "locale", "tag", "category", "product"] as const;
const texts = ["since", "author", "after", "before"] as const;

export const noFilter = { kinds: [], state: [], locale: [], tag: [], category: [], product: [], since: "", author: "", after: "", before: "" };

export function isFiltered(query: SearchQuery): boolean {
  return lists.some((name) => query[name].length > 0) || texts.some((name) => query[name] !== "");
}

/** The address of the page, or the query of the interface; both languages at once are no filter. */
export function searchParams(query: SearchQuery, cursor?: string): URLSearchParams {
  const params = new URLSearchParams();
  if (query.q) params.set("q", query.q);
  for (const name of lists) if (query[name].length > 0 && (name !== "locale" || query.locale.length === 1)) params.set(name, query[name].join(","));
  for (const name of texts) if (query[name]) params.set(name, query[name]);
  if (cursor) params.set("cursor", cursor);
  return params;
}

type Given = Record<string, string | string[] | undefined>;

export function readQuery(given: Given): SearchQuery {
  const list = (name: string) => [given[name] ?? []].flat().flatMap((value) => value.split(",")).filter(Boolean).slice(0, 8).map((value) => value.slice(0, 80));
  const text = (name: string, longest: number) => (typeof given[name] === "string" ? given[name].slice(0, longest) : "");
  return {
    q: text("q", 10_000),
    ...(Object.fromEntries(lists.map((name) => [name, list(name)])) as Pick<SearchQuery, (typeof lists)[number]>),
    since: text("since", 10),
    author: text("author", 80),
    after: text("after", 20),
    before: text("before", 20),
  };
}
