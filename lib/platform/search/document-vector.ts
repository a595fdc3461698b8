import { analyze, type Token } from "./analyze";
import type { SearchDocument } from "./engine";

/** Postgres keeps no higher position and no more than 255 of a term. */
const lastPosition = 16_000;
const gap = 10;

export type DocumentVector = {
  /** The text form of a tsvector: title A, body and answer B, replies C, tags D. */
  text: string;
  terms: string[];
  /** Words that tell something, without those of the title. */
  length: number;
};

/**
 * The terms of a document with their places. A title's terms stand in it a second time behind "=": so a
 * word that half of all documents hold still leads to the few that are about it.
 */
export function documentVector(document: SearchDocument): DocumentVector {
  const places = new Map<string, string[]>();
  const add = (term: string, place?: string) => {
    const list = places.get(term);
    if (!list) places.set(term, place ? [place] : []);
    else if (place && list.length < 255) list.push(place);
  };
  const { locale, title, body, answer, replies, tags } = document;
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
    }
    base = end + gap;
  };
  addText(title, "A", true);
  addText(tags.join(" "), "D");
  addText(body, "B");
  if (!replies.includes(answer.replace(/…$/, ""))) addText(answer, "B");
  addText(replies, "C");
  const text = [...places]
    .map(([term, list]) => `'${quoted(term)}'${list.length ? `:${list.join(",")}` : ""}`)
    .join(" ");
  return { text, terms: [...places.keys()], length };
}

/** A term inside the quotes of a tsvector or tsquery. Terms hold only letters and digits, and a leading "=". */
export function quoted(term: string): string {
  return term.replaceAll("\\", "\\\\").replaceAll("'", "''");
}

/** Terms of a text that tell something, each once. */
export function tellingTerms(tokens: Token[]): string[] {
  return [...new Set(tokens.filter(({ stop }) => !stop).map(({ term }) => term))];
}
