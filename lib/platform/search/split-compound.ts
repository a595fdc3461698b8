import { singleton } from "../singleton";
import { fold, stem } from "./fold-word";
import { germanBeginnings, germanNouns } from "./german-parts";

/** What may stand between two parts: Arbeit-s-platz, Tag-es-zeit, Lampe-n-schirm, Bild-er-rahmen, Herz-ens-wunsch. */
const linking = ["", "s", "es", "n", "en", "er", "e", "ns", "ens"];
const shortestPart = 3;
const shortestCompound = 6;
const longestCompound = 40;
/** Nouns that are far more often the ending of another word ("lesbar", "folgend", "kennwortlos"). */
const endings = new Set(["bar", "end", "los", "voll", "haft", "sam"]);

export type Split = {
  /** The two or more words it is made of at first sight, as terms. */
  parts: string[];
  /** Those and what they are made of themselves. */
  all: string[];
};

type Word = { noun: boolean; documents: number };
type Known = { words: Map<string, Word>; version: number; generation: number };

/** Grows while the process lives; `generation` tells caches that splits may have changed. */
const known = singleton<Known>("search.german-words", () => ({ words: shipped(), version: 0, generation: 0 }));

function shipped(): Map<string, Word> {
  const words = new Map<string, Word>();
  const add = (list: string, noun: boolean) => {
    for (const word of list.split(/\s+/)) {
      const term = stem(fold(word, "de"), "de");
      if (term.length >= shortestPart && !words.has(term)) words.set(term, { noun, documents: 0 });
    }
  };
  add(germanNouns, true);
  add(germanBeginnings, false);
  return words;
}

/**
 * The words a German compound is made of, or null. Whole cover: words that are known and what usually links
 * them make up all of it, so no fragment is ever left over. Of several ways the one with fewer parts, then the
 * one whose parts more documents hold. The last part must be a noun.
 */
export function splitCompound(folded: string): Split | null {
  if (folded.length > longestCompound || /\d/.test(folded)) return null;
  return splitWord(folded, new Map())?.split ?? null;
}

type Weighed = { split: Split; count: number; documents: number };
type Part = { term: string; all: string[]; count: number; documents: number };
/** What was found out about each piece of the word, by the piece; nouns are asked for behind a "+". */
type Tried = Map<string, Part | null>;

function splitWord(word: string, tried: Tried): Weighed | null {
  let best: Weighed | null = null;
  for (let at = shortestPart; at <= word.length - shortestPart; at++) {
    const last = partOf(word.slice(at), true, tried);
    if (!last || endings.has(last.term)) continue;
    for (const link of linking) {
      const end = at - link.length;
      if (end < shortestPart || !word.startsWith(link, end)) continue;
      const first = partOf(word.slice(0, end), false, tried);
      if (!first) continue;
      const count = first.count + last.count;
      const documents = Math.min(first.documents, last.documents);
      if (best && (count > best.count || (count === best.count && documents <= best.documents))) continue;
      const parts = [first.term, last.term];
      best = { split: { parts, all: [...new Set([...parts, ...first.all, ...last.all])] }, count, documents };
    }
  }
  return best;
}

function partOf(text: string, asNoun: boolean, tried: Tried): Part | null {
  const name = asNoun ? `+${text}` : text;
  const before = tried.get(name);
  if (before !== undefined) return before;
  const term = stem(text, "de");
  const word = term.length >= shortestPart ? known.words.get(term) : undefined;
  const inner = text.length >= shortestCompound ? splitWord(text, tried) : null;
  const all = inner?.split.all ?? [];
  const isWord = word !== undefined && (word.noun || !asNoun);
  const part = isWord ? { term, all, count: 1, documents: word.documents } : inner && { term, all, count: inner.count, documents: inner.documents };
  tried.set(name, part);
  return part;
}

/** Takes in what was learnt or supplied; tells whether anything is new. */
export function addGermanWords(words: Iterable<{ term: string; noun: boolean; documents?: number }>, version: number): boolean {
  let changed = false;
  for (const { term, noun, documents = 1 } of words) {
    if (term.length < shortestPart) continue;
    const old = known.words.get(term);
    if (!old || (noun && !old.noun)) changed = true;
    known.words.set(term, { noun: noun || (old?.noun ?? false), documents: Math.max(documents, old?.documents ?? 0) });
  }
  if (changed) known.generation += 1;
  known.version = Math.max(known.version, version);
  return changed;
}

/** Whether a word may be part of compounds already, as a noun when asked so. */
export function isGermanWord(term: string, noun: boolean): boolean {
  const word = known.words.get(term);
  return word !== undefined && (word.noun || !noun);
}

/** The newest word of the table that this process has heard of. */
export function wordsVersion(): number {
  return known.version;
}

export function wordsGeneration(): number {
  return known.generation;
}

/** As freshly started. */
export function forgetGermanWords(): void {
  known.words = shipped();
  known.version = 0;
  known.generation += 1;
}
