/** What is looked for, as it stands in the address. */
export type SearchQuery = { q: string; kinds: string[]; state: string[]; locale: string[]; tag: string; category: string };

export const noFilter = { kinds: [], state: [], locale: [], tag: "", category: "" };

export function isFiltered({ kinds, state, locale, tag, category }: SearchQuery): boolean {
  return kinds.length + state.length + locale.length > 0 || tag !== "" || category !== "";
}

/** The address of the page, or the query of the interface; both languages at once are no filter. */
export function searchParams(query: SearchQuery, cursor?: string): URLSearchParams {
  const params = new URLSearchParams();
  if (query.q) params.set("q", query.q);
  if (query.kinds.length > 0) params.set("kinds", query.kinds.join(","));
  if (query.state.length > 0) params.set("state", query.state.join(","));
  if (query.locale.length === 1) params.set("locale", query.locale.join(","));
  if (query.tag) params.set("tag", query.tag);
  if (query.category) params.set("category", query.category);
  if (cursor) params.set("cursor", cursor);
  return params;
}

type Given = Record<string, string | string[] | undefined>;

export function readQuery(given: Given): SearchQuery {
  const list = (name: string) => [given[name] ?? []].flat().flatMap((value) => value.split(",")).filter(Boolean).slice(0, 8);
  const text = (name: string, longest: number) => (typeof given[name] === "string" ? given[name].slice(0, longest) : "");
  return { q: text("q", 2_000), kinds: list("kinds"), state: list("state"), locale: list("locale"), tag: text("tag", 80), category: text("category", 80) };
}
