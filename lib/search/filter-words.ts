import type { Locale } from "@/lib/platform/i18n/locale";
import type { Since } from "./since";

/** What a search is narrowed to, as people name it: slugs and handles, not yet looked up. */
export type NamedFilter = {
  kinds?: string[];
  states?: string[];
  locale?: Locale;
  tags?: string[];
  categories?: string[];
  products?: string[];
  author?: string;
  since?: Since;
  after?: Date;
  before?: Date;
};

/** A filter that does not exist, or what it can't be. */
export type Misunderstood = { name: string; value: string; known: boolean };
export type FilterWords = { text: string; typed: NamedFilter; misunderstood: Misunderstood[] };

type Name = "tag" | "from" | "is" | "in" | "lang" | "before" | "after" | "product";

/** Both languages everywhere: who reads German pages may have learned the English words. */
const names: Record<string, Name> = {
  tag: "tag", schlagwort: "tag", thema: "tag",
  from: "from", author: "from", by: "from", von: "from", autor: "from",
  is: "is", state: "is", ist: "is", status: "is", zustand: "is",
  in: "in", category: "in", kategorie: "in", bereich: "in",
  lang: "lang", language: "lang", sprache: "lang",
  before: "before", until: "before", vor: "before", bis: "before",
  after: "after", since: "after", nach: "after", seit: "after", ab: "after",
  product: "product", version: "product", appliance: "product", produkt: "product", gerät: "product", geraet: "product",
}; // prettier-ignore

const open = ["unanswered", "answered", "rejected", "escalated"];
const states: Record<string, { kind: "thread" | "article" | "video"; states?: string[] }> = {
  solved: { kind: "thread", states: ["solved"] },
  open: { kind: "thread", states: open },
  answered: { kind: "thread", states: ["answered"] },
  unanswered: { kind: "thread", states: ["unanswered", "rejected"] },
  question: { kind: "thread" },
  article: { kind: "article" },
  video: { kind: "video" },
};
const stateNames: Record<string, keyof typeof states> = {
  gelöst: "solved", geloest: "solved", closed: "solved",
  offen: "open", ungelöst: "open", ungeloest: "open", unsolved: "open",
  beantwortet: "answered", unbeantwortet: "unanswered",
  thread: "question", frage: "question", fragen: "question", questions: "question",
  guide: "article", guides: "article", articles: "article", artikel: "article", anleitung: "article", anleitungen: "article",
  videos: "video", film: "video", filme: "video",
}; // prettier-ignore
const languages: Record<string, Locale> = {
  de: "de", deutsch: "de", german: "de",
  en: "en", englisch: "en", english: "en",
}; // prettier-ignore

const longest = 10_000;
const mostValues = 10;
const mostMisunderstood = 3;
const longestTold = 40;

/** Takes the filters out of what was typed. What is no filter, or makes no sense as one, stays as plain words. */
export function readFilterWords(input: string): FilterWords {
  const typed: NamedFilter = {};
  const misunderstood: Misunderstood[] = [];
  const text = input
    .slice(0, longest)
    .replace(/[“”„]/g, '"')
    .replace(/"[^"]*"?|([\p{L}]{2,16}):("[^"]*"?|[^\s"]*)|[^\s"]+/gu, (whole, name?: string, quoted?: string) => {
      if (name === undefined || quoted === undefined) return whole;
      const value = quoted.replaceAll('"', "").trim();
      const filter = Object.hasOwn(names, name.toLowerCase()) ? names[name.toLowerCase()] : undefined;
      if (filter && value === "") return " ";
      if (filter && take(typed, filter, value)) return " ";
      // "Error: none", "https://…" and "std::sort" were never meant as filters.
      if (!filter && (name !== name.toLowerCase() || !/^[\p{L}\p{N}]/u.test(value))) return whole;
      if (misunderstood.length < mostMisunderstood)
        misunderstood.push({ name, value: value.slice(0, longestTold), known: Boolean(filter) });
      return filter ? value : `${name} ${value}`;
    });
  return { text, typed, misunderstood };
}

function take(typed: NamedFilter, name: Name, value: string): boolean {
  const plain = value.toLowerCase();
  const more = (list: string[] | undefined, ...values: string[]) => [...new Set([...(list ?? []), ...values])].slice(0, mostValues);
  if (name === "tag") typed.tags = more(typed.tags, plain.replace(/^#/, "").slice(0, 80));
  else if (name === "from") typed.author = plain.replace(/^@/, "").slice(0, 80);
  else if (name === "in") typed.categories = more(typed.categories, plain.slice(0, 80));
  else if (name === "product") typed.products = more(typed.products, value.slice(0, 60));
  else if (name === "lang") return (typed.locale = own(languages, plain)) !== undefined;
  else if (name === "is") {
    const state = own(states, own(stateNames, plain) ?? plain);
    if (!state) return false;
    typed.kinds = more(typed.kinds, state.kind);
    if (state.states) typed.states = more(typed.states, ...state.states);
  } else {
    const day = readDay(value);
    if (!day) return false;
    typed[name] = day;
  }
  return true;
}

/** 2026-03-01, 2026-03, 2026, 1.3.2026: where that day, month or year begins. */
export function readDay(text: string): Date | undefined {
  const iso = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(text);
  const german = /^(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})$/.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : german ? [german[3], german[2], german[1]] : [];
  if (!year || Number(year) < 1970) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  const isReal = date.getUTCMonth() === Number(month ?? 1) - 1 && date.getUTCDate() === Number(day ?? 1);
  return isReal ? date : undefined;
}

function own<T>(table: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
