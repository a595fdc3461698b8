import type { Locale } from "@/lib/platform/i18n/locale";

export type HitKind = "thread" | "article";
export const threadKinds = ["question", "discussion", "announcement"] as const;
export type ThreadKind = (typeof threadKinds)[number];

/** Who wrote a thread's best answer, and what makes it the best. */
export type AnsweredBy = { name: string; staff: boolean; how: "accepted" | "official" | "liked" };

/** What fits is said in a video of the article, from this second on; the hit's url leads there. */
export type HitCue = { videoId: number; start: number };

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
  answeredBy: AnsweredBy | null;
  /** What a thread is; null for articles. */
  threadKind: ThreadKind | null;
  /** A thread's state; "published" or "stale" for an article. */
  state: string;
  locale: Locale;
  category: { slug: string; name: string };
  tags: string[];
  /** Appliances and versions it names as what it is about. */
  products: string[];
  author: string;
  answerCount: number;
  meTooCount: number;
  score: number;
  /** Somebody of the company has answered, or it is an article. */
  official: boolean;
  /** Articles only. */
  durationMinutes: number | null;
  scope: string;
  cue: HitCue | null;
  /** Of a suggestion: so likely the same question, or its answer, that this may be said. */
  same?: boolean;
  verifiedAt: string | null;
  createdAt: string;
  updatedAt: string;
};

export type Facets = {
  kinds: Record<string, number>;
  states: Record<string, number>;
  locales: Record<string, number>;
  tags: { slug: string; count: number }[];
  categories: { slug: string; name: string; count: number }[];
  products: { name: string; count: number }[];
  /** Written within the last week, month, year. */
  since: Record<string, number>;
};

/** One result stands out so far that it is the answer. */
export type DirectAnswer = Pick<Hit, "kind" | "id" | "url" | "title" | "state" | "official" | "locale" | "answeredBy" | "verifiedAt"> & {
  /** Escaped, nothing in it but <mark>. */
  html: string;
};

export const noticeCodes = ["unknown_filter", "unknown_value", "unknown_author", "unknown_category", "filter_left_out", "phrase_left_out", "no_words", "too_long"] as const;

/** What could not be done as it was typed, as a sentence in the reader's language. */
export type SearchNotice = { code: (typeof noticeCodes)[number]; text: string };

export type SearchResult = {
  hits: Hit[];
  total: number;
  /** At least so many: others fit as well. */
  more?: boolean;
  engine: "postgres" | "meilisearch";
  /** Counted among what was found. */
  facets: Facets;
  /** Among so many of the best, where more fit. */
  countedAmong?: number;
  notices: SearchNotice[];
  /** Words nobody wrote here were taken for these; what was found is for them. */
  showing?: string;
  /** What was typed exists, but this may have been meant. */
  didYouMean?: string;
  answer?: DirectAnswer;
  nextCursor?: string;
  /** There is something to suggest, but this person belongs to those who are shown nothing, for comparison. */
  held?: boolean;
};
