import { analyze } from "./analyze";
import { isGermanWord } from "./split-compound";
import type { SearchDocument } from "./engine";

/** Postgres keeps no higher position and no more than 255 of a term. */
const lastPosition = 16_000;
const gap = 10;
/** Shorter ones split too much that belongs together; those that matter ship (german-parts.ts). */
const shortestLearnt = 4;
const longestLearnt = 16;

/** What is looked for in a document. */
export type DocumentTexts = Pick<SearchDocument, "locale" | "title" | "body" | "answer" | "replies" | "tags" | "categoryName">;

export type DocumentVector = {
  /** The text form of a tsvector: title A, body and answer B, replies C, tags D. */
  text: string;
  terms: string[];
  /** Words that tell something, without those of the title. */
  length: number;
};

/**
 * The terms of a document with their places. A title's terms stand in it a second time behind "=": so a
 * word that half of all documents hold still leads to the few that are about it. What German compounds are
 * made of stands behind "~": beside the whole word, and never mistaken for it.
 */
export function documentVector(document: DocumentTexts): DocumentVector {
  const places = new Map<string, string[]>();
  const add = (term: string, place?: string) => {
    const list = places.get(term);
    if (!list) places.set(term, place ? [place] : []);
    else if (place && list.length < 255) list.push(place);
  };
  const { locale, title, body, answer, replies, tags, categoryName } = document;
  let base = 1;
  let length = 0;
  const addText = (text: string, weight: string, keepStops = false) => {
    if (base >= lastPosition) return;
    let end = base;
    for (const token of analyze(text, locale)) {
      const position = base + token.position;
      if (position > lastPosition) break;
      end = Math.max(end, position);
      if (token.stop && !keepStops) continue;
      if (weight !== "A") length += 1;
      add(token.term, `${position}${weight}`);
      if (weight === "A") add(`=${token.term}`);
      for (const part of token.compound?.all ?? []) {
        add(partTerm(part), `${position}${weight}`);
        if (weight === "A") add(`=${partTerm(part)}`);
      }
    }
    base = end + gap;
  };
  addText(title, "A", true);
  addText([...tags, categoryName].join(" "), "D");
  addText(body, "B");
  if (!replies.includes(answer.replace(/…$/, ""))) addText(answer, "B");
  addText(replies, "C");
  const text = [...places]
    .map(([term, list]) => `'${quoted(term)}'${list.length ? `:${list.join(",")}` : ""}`)
    .join(" ");
  return { text, terms: [...places.keys()], length };
}

/** A term as part of a compound. */
export function partTerm(term: string): string {
  return `~${term}`;
}

/** Words of a German document that compounds elsewhere may be made of, and that nobody has taught us yet. */
export function wordsToLearn({ locale, title, body, answer, replies }: DocumentTexts): Map<string, boolean> {
  const words = new Map<string, boolean>();
  if (locale !== "de") return words;
  for (const text of [title, body, answer, replies]) {
    for (const { term, stop, compound, start, end } of analyze(text, locale)) {
      if (stop || term.length < shortestLearnt || end - start > longestLearnt || /[^a-z]/.test(term)) continue;
      const noun = isNounAt(text, start);
      if ((compound && !noun) || isGermanWord(term, noun)) continue;
      words.set(term, noun || (words.get(term) ?? false));
    }
  }
  return words;
}

/** Written large, then small, and not because a sentence begins there. */
function isNounAt(text: string, start: number): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(text.slice(start, start + 4))) return false;
  return /[\p{L}\p{N},;)] $/u.test(text.slice(Math.max(0, start - 2), start));
}

/** A term inside the quotes of a tsvector or tsquery. Terms hold only letters and digits, and a leading "=" or "~". */
export function quoted(term: string): string {
  return term.replaceAll("\\", "\\\\").replaceAll("'", "''");
}
