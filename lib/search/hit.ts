import type { Locale } from "@/lib/platform/i18n/locale";

export type HitKind = "thread" | "article";

/** One thing that was found, as lists show it. */
export type Hit = {
  kind: HitKind;
  id: number;
  /** In the reader's language: /de/t/1/… */
  url: string;
  title: string;
  /** Escaped, nothing in it but <mark>. */
  titleHtml: string;
  /** The passage that answers best; escaped, nothing in it but <mark>. */
  excerptHtml: string;
  /** Its answer in one line; empty when there is none yet. */
  answer: string;
  /** A thread's state; "published" or "stale" for an article. */
  state: string;
  locale: Locale;
  category: { slug: string; name: string };
  tags: string[];
  author: string;
  answerCount: number;
  meTooCount: number;
  score: number;
  /** Somebody of the company has answered, or it is an article. */
  official: boolean;
  /** Articles only. */
  durationMinutes: number | null;
  scope: string;
  verifiedAt: string | null;
  createdAt: string;
  updatedAt: string;
};

export type Facets = {
  kinds: Record<string, number>;
  states: Record<string, number>;
  locales: Record<string, number>;
  tags: { slug: string; count: number }[];
};

export type SearchResult = {
  hits: Hit[];
  total: number;
  engine: "postgres" | "meilisearch";
  /** Counted among what was found. */
  facets: Facets;
  nextCursor?: string;
};
