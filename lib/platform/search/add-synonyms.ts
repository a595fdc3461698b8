import type { Locale } from "../i18n/locale";
import { analyze } from "./analyze";
import type { QueryWord } from "./engine";
import type { Piece } from "./query-pieces";
import type { Statistics } from "./term-statistics";
import { termOf } from "./term-statistics";
import type { WordTunings } from "./word-tuning";

/** A synonym counts a little less than the word that was typed. */
const synonymWeight = 0.85;
const mostTerms = 24;

/** What a rule says, as terms: who looks for `from` also finds each of `to`. */
export type SynonymRule = { locale: Locale; from: string[]; to: string[][] };

/** The rules whose words stand side by side in this query. */
export function synonymRules(pieces: Piece[], among: Locale[], tuning: WordTunings): SynonymRule[] {
  return among.flatMap((locale) => {
    const { synonyms, oneWay } = tuning[locale];
    if (synonyms.length + oneWay.length === 0) return [];
    const asked = new Set(pieces.flatMap(({ tokens }) => tokens.flatMap((each) => (each.locale === locale ? [each.token.term] : []))));
    const rules = [
      ...synonyms.flatMap((group) => group.map((from) => ({ from, to: group.filter((other) => other !== from) }))),
      ...oneWay,
    ];
    return rules.flatMap(({ from, to }) => {
      const terms = termsOf(from, locale);
      if (terms.length === 0 || !terms.every((term) => asked.has(term)) || !standTogether(terms, pieces, locale)) return [];
      return [{ locale, from: terms, to: to.map((text) => termsOf(text, locale)).filter((list) => list.length > 0) }];
    });
  });
}

/** All terms whose counts `addSynonyms` will ask for. */
export function synonymTerms(rules: SynonymRule[]): string[] {
  return rules.flatMap(({ to }) => to.flat());
}

/** Lets the words of a rule also be held by what it says; several words only all together. */
export function addSynonyms(words: QueryWord[], pieces: Piece[], rules: SynonymRule[], statistics: Statistics): void {
  for (const { locale, from, to } of rules) {
    const matched = from.flatMap((term) => {
      const at = pieces.findIndex(({ tokens }) => tokens.some((each) => each.locale === locale && each.token.term === term));
      const word = words[at];
      return word ? [word] : [];
    });
    for (const [index, terms] of to.entries()) {
      for (const [place, word] of matched.entries()) {
        if (word.terms.length >= mostTerms) continue;
        const own = Math.max(0, ...word.terms.filter(({ part }) => !part).map(({ weight }) => weight));
        // One word for several, or several for one: each gives its share.
        const mine = terms.length === 1 ? terms : matched.length === 1 ? terms : terms.filter((_, at) => Math.min(at, matched.length - 1) === place);
        for (const [at, term] of mine.entries()) {
          const found = termOf(locale, term, synonymWeight / mine.length, statistics);
          if (found.documents === 0) continue;
          const weight = Math.max(found.weight, (own * synonymWeight) / mine.length);
          word.terms.push({ ...found, weight, ...(mine.length > 1 ? { part: { group: 100 + index, place: at } } : {}) });
        }
      }
    }
  }
}

function termsOf(text: string, locale: Locale): string[] {
  const tokens = analyze(text, locale);
  const telling = tokens.filter(({ stop }) => !stop);
  return (telling.length > 0 ? telling : tokens).map(({ term }) => term);
}

function standTogether(terms: string[], pieces: Piece[], locale: Locale): boolean {
  const places = terms.map((term) => pieces.find(({ tokens }) => tokens.some((each) => each.locale === locale && each.token.term === term))?.position ?? -10);
  return places.every((place, index) => index === 0 || Math.abs(place - (places[index - 1] ?? place)) <= 2);
}
