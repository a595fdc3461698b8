import { useEffect, useState } from "react";
import { apiFetch } from "@/components/ui/api";
import type { Locale } from "@/lib/platform/i18n/locale";

export type Guide = { id: number; title: string; url: string };

const SHOWN = 6;
const FEWEST_LETTERS = 2;
const TYPED_MS = 200;

/** Guides with these words, asked for when the typing rests; null before. */
export function useGuides(typed: string, locale: Locale): Guide[] | null {
  const [guides, setGuides] = useState<Guide[] | null>(null);
  const words = typed.trim();
  useEffect(() => {
    if (words.length < FEWEST_LETTERS) return setGuides(null);
    const abort = new AbortController();
    const timer = setTimeout(() => {
      apiFetch<{ hits: Guide[] }>(`/search?kinds=article&locale=${locale}&limit=${SHOWN}&q=${encodeURIComponent(words)}`, { signal: abort.signal }).then(
        ({ hits }) => setGuides(hits),
        () => undefined,
      );
    }, TYPED_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [words, locale]);
  return guides;
}
