import type { Locale } from "../i18n/locale";
import type { Vector } from "./vector";

/** One thing that can be found. Its key is "<kind>:<id>". */
export type SearchDocument = {
  key: string;
  locale: Locale;
  /** Who may find it. */
  audience: string;
  categoryId: number;
  /** In its own language: who looks for a dishwasher finds what is asked in "Dishwashers", whatever the model is called. */
  categoryName: string;
  tags: string[];
  state: string;
  title: string;
  body: string;
  /** The answer in one or two sentences. */
  answer: string;
  /** All answers, best first. */
  replies: string;
  url: string;
  authorName: string;
  authorId: number | null;
  /** What it is about: appliances and versions it names as such. */
  products: string[];
  score: number;
  createdAt: Date;
  updatedAt: Date;
  version: number;
  /** Key of the document it is a part of: of all its parts only the best is shown. */
  partOf?: string;
};

export type SearchFilter = {
  /** Undefined: all of them. */
  kinds?: string[];
  locale?: Locale;
  audiences: string[];
  categoryIds?: number[];
  /** Any of them; so with every list. */
  tags?: string[];
  states?: string[];
  products?: string[];
  authorId?: number;
  /** Written in this moment or later; before this moment. */
  after?: Date;
  before?: Date;
  /** Only what is on its way to Meilisearch. */
  onTheWay?: boolean;
};

/** A term as it is indexed in one language, and how much it tells. */
export type QueryTerm = {
  locale: Locale;
  term: string;
  /** How many documents of the language hold it; and in their title. */
  documents: number;
  titles: number;
  weight: number;
  /**
   * The word is also held by all terms of one group together ("Sporthalle" by "Halle" and "Sport"): which group, and
   * which of its places this term fills. Undefined: it stands for the whole word.
   */
  part?: { group: number; place: number };
};

/** One word that is looked for: itself, what it may be the beginning of, what it may be a misspelling of. */
export type QueryWord = {
  text: string;
  /** Its place among the words that were typed. */
  position: number;
  /** Being typed at this moment: also a beginning. */
  open: boolean;
  /** How much it counts beside the others; 1 unless told. */
  share: number;
  terms: QueryTerm[];
  /** What was probably meant: nobody writes it as it was typed. */
  meant?: { locale: Locale; term: string };
};

export type Phrase = {
  /** Must stand together; null is any word between. */
  terms: (string | null)[];
  /** As it is written, folded: small words belong to it, for which the index has no place. */
  written?: string;
};

export type EngineQuery = {
  /** Most telling first, at most 16. */
  words: QueryWord[];
  phrases: Record<Locale, Phrase>[];
  excluded: Record<Locale, Phrase>[];
  filter: SearchFilter;
  limit: number;
  /** How many documents there are in each language; unknown unless told. */
  documents?: Record<Locale, number>;
};

export type EngineHits = {
  /** Best first. */
  hits: { key: string; score: number }[];
  /** At least as many as hits. */
  total: number;
};

/** What every engine can do. Keys it returns are candidates: who may see them is decided by the reader. */
export interface SearchEngine {
  readonly name: "postgres" | "meilisearch";
  search(query: EngineQuery, signal?: AbortSignal): Promise<EngineHits>;
  /** Keys of what is nearest in meaning, whatever its words, best first; where an engine holds vectors. Never throws. */
  nearest?(vector: Vector, filter: SearchFilter, limit: number): Promise<string[]>;
  /** Resolves when the documents can be found. */
  put(documents: SearchDocument[]): Promise<void>;
  remove(keys: string[]): Promise<void>;
  /** Every key with the version it was put with, in portions. */
  list(): AsyncIterable<{ key: string; version: number }[]>;
  /** Puts all documents into a fresh index and takes it into use when it is whole. */
  replaceAll(portions: AsyncIterable<SearchDocument[]>): Promise<void>;
}

export function keyOf(kind: string, id: number): string {
  return `${kind}:${id}`;
}

export function splitKey(key: string): { kind: string; id: number } {
  const colon = key.indexOf(":");
  return { kind: key.slice(0, colon), id: Number(key.slice(colon + 1)) };
}
