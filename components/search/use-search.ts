import { useEffect, useRef, useState } from "react";
import { apiFetch } from "@/components/ui/api";
import type { SearchResult } from "@/lib/search/hit";
import { type SearchQuery, searchParams } from "./search-query";

const pause = 160;

type Search = { query: SearchQuery; result: SearchResult; failed: boolean; change: (change: Partial<SearchQuery>) => void };

/** Results while typing: what is shown stays until something newer has arrived, and the address goes along. */
export function useSearch(first: SearchQuery, found: SearchResult): Search {
  const [query, setQuery] = useState(first);
  const [result, setResult] = useState(found);
  const [failed, setFailed] = useState(false);
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const stop = new AbortController();
    const params = searchParams(query);
    const timer = setTimeout(() => {
      history.replaceState(null, "", `${location.pathname}${params.size > 0 ? `?${params}` : ""}`);
      apiFetch<SearchResult>(`/search?${params}`, { signal: stop.signal }).then(
        (it) => {
          setResult(it);
          setFailed(false);
        },
        () => stop.signal.aborted || setFailed(true),
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query]);
  return { query, result, failed, change: (next) => setQuery((now) => ({ ...now, ...next })) };
}
