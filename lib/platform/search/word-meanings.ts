import type { Locale } from "../i18n/locale";
import { partTerm } from "./document-vector";
import type { QueryTerm, QueryWord } from "./engine";
import { type Split, splitCompound } from "./split-compound";
import { type Beginning, type Statistics, termOf, writtenIn } from "./term-statistics";

/** Of a compound whose part was looked for, and of the parts of a compound that was. */
const inCompoundWeight = 0.8;
const partsWeight = 0.6;

/** A word itself, so telling when that is known, and what it is made of. */
export function meanings(locale: Locale, term: string, compound: Split | null, quality: number, statistics: Statistics, telling?: number): QueryTerm[] {
  return [
    ...wholeAndPart(locale, term, quality, statistics, telling),
    ...writtenParts(compound, statistics).flatMap((part, place) =>
      wholeAndPart(locale, part, quality * partsWeight, statistics).map((found) => ({ ...found, part: { group: 0, place } })),
    ),
  ];
}

/** What nobody wrote is taken apart further: of "Waschmaschinenpumpe" the "Maschinenpumpe". */
function writtenParts(compound: Split | null, statistics: Statistics): string[] {
  return (compound?.parts ?? []).flatMap((part) => {
    const inner = writtenIn("de", part, statistics) > 0 ? null : splitCompound(part);
    return inner ? writtenParts(inner, statistics) : [part];
  });
}

/** A German word is found as it stands, and, for a little less, as what a compound is made of. */
function wholeAndPart(locale: Locale, term: string, quality: number, statistics: Statistics, telling?: number): QueryTerm[] {
  const whole = termOf(locale, term, quality, statistics, telling);
  if (locale !== "de") return whole.documents > 0 ? [whole] : [];
  const part = termOf(locale, partTerm(term), quality * inCompoundWeight, statistics, telling);
  return [whole, part].filter(({ documents }) => documents > 0);
}

type Meaning = Beginning & { /** As telling as what so many documents hold; unless told, as it is. */ weighedAs?: number };

/** One more meaning of a word, unless it has it already. */
export function addTerm(word: QueryWord, { locale, term, documents, titles, weighedAs = documents }: Meaning, quality: number, statistics: Statistics): void {
  if (word.terms.some((known) => known.locale === locale && known.term === term && !known.part)) return;
  word.terms.push({ locale, term, documents, titles, weight: quality * statistics.idf(locale, weighedAs) });
}

/** Whether anybody ever wrote the word itself. */
export function isKnown({ terms }: QueryWord): boolean {
  return terms.some(({ part }) => !part);
}
