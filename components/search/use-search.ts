import { useEffect, useRef, useState } from "react";
import { apiFetch } from "@/components/ui/api";
import type { SearchResult } from "@/lib/search/hit";
import { type SearchQuery, searchParams } from "./search-query";

const pause = 160;
/** After so long nobody is typing any more (ms). */
const settledAfter = 800;

type Search = { query: SearchQuery; result: SearchResult; failed: boolean; change: (change: Partial<SearchQuery>) => void };

/**
 * Results while typing: what is shown stays until something newer has arrived, and the address goes along. Where meaning
 * finds too it is asked once more when nobody is typing any more: that takes longer than there is time between two keys.
 */
export function useSearch(first: SearchQuery, found: SearchResult, byMeaning: boolean): Search {
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
    const load = (typing: boolean) => {
      history.replaceState(null, "", `${location.pathname}${params.size > 0 ? `?${params}` : ""}`);
      apiFetch<SearchResult>(`/search?${params}${typing ? "&typing=true" : ""}`, { signal: stop.signal }).then(
        (it) => {
          // The same again must not take away what was pointed at.
          setResult((shown) => (JSON.stringify(it.hits) === JSON.stringify(shown.hits) ? { ...it, hits: shown.hits } : it));
          setFailed(false);
        },
        () => stop.signal.aborted || setFailed(true),
      );
    };
    const timers = [setTimeout(() => load(byMeaning), pause)];
    if (byMeaning) timers.push(setTimeout(() => load(false), settledAfter));
    return () => {
      timers.forEach(clearTimeout);
      stop.abort();
    };
  }, [query, byMeaning]);
  return { query, result, failed, change: (next) => setQuery((now) => ({ ...now, ...next })) };
}
