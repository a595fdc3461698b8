import type { Locale } from "../i18n/locale";
import type { QueryWord } from "./engine";
import { findSimilar, type Similar } from "./find-similar";
import { fold } from "./fold-word";
import { splitCompound } from "./split-compound";
import { readStatistics, type Statistics } from "./term-statistics";
import { addTerm, isKnown, meanings } from "./word-meanings";

const mostUnknown = 4;
const mostRare = 2;
/** Of a word that was meant with one letter wrong; each further letter halves it. */
const similarWeight = 0.8;
/** Of a word that is known, but far rarer than one that looks like it. */
const likelierWeight = 0.4;
const farMoreFrequent = 30;

/**
 * Words that nobody ever wrote here are taken as misspellings of words that somebody did; words that hardly anybody
 * did may be, of those that are far more frequent.
 */
export async function addSimilar(words: QueryWord[], among: Locale[], statistics: Statistics): Promise<void> {
  // Words joined by hyphens stand there as words of their own.
  const writable = words.filter(({ text }) => text.length >= 4 && text.length <= 40 && !/[\d-]/.test(text));
  const unknown = writable.filter((word) => !isKnown(word)).slice(0, mostUnknown);
  const rare = writable
    .filter((word) => isKnown(word) && word.share === 1 && !word.open && word.terms.every(({ documents }) => documents <= 2))
    .slice(0, mostRare);
  const wanted = [...unknown, ...rare].flatMap((word) => among.map((locale) => ({ locale, word: fold(word.text, locale), of: word })));
  if (wanted.length === 0) return;
  const found = await findSimilar(wanted);
  const meant: { word: QueryWord; found: Similar; quality: number }[] = [];
  for (const [index, { of: word }] of wanted.entries()) {
    const isUnknown = unknown.includes(word);
    const least = isUnknown ? 0 : farMoreFrequent * Math.max(1, ...word.terms.map(({ documents }) => documents));
    const likely = found.filter((similar) => similar.index === index && similar.documents >= least).sort(byLikelihood);
    const [best] = likely;
    if (!best) continue;
    for (const similar of likely) {
      const quality = isUnknown ? similarWeight / 2 ** (similar.distance - 1) : likelierWeight;
      // What hardly anybody writes was hardly meant, telling as it would be.
      const chance = Math.min(1, Math.sqrt(similar.documents / best.documents));
      addTerm(word, { ...similar, weighedAs: Math.max(similar.documents, best.documents) }, quality * chance, statistics);
    }
    meant.push({ word, found: best, quality: similarWeight / 2 ** (best.distance - 1) });
  }
  for (const { word, found } of meant.sort((a, b) => byLikelihood(a.found, b.found))) word.meant ??= { locale: found.locale, term: found.term };
  await addMadeOf(meant.filter(({ word, found }) => found.locale === "de" && unknown.includes(word)));
}

/** What a misspelt compound is made of is looked for as if it were spelt right. */
async function addMadeOf(meant: { word: QueryWord; found: Similar; quality: number }[]): Promise<void> {
  const compounds = meant.map((each) => ({ ...each, compound: splitCompound(each.found.term) }));
  if (compounds.length === 0) return;
  const statistics = await readStatistics(compounds.flatMap(({ found, compound }) => [found.term, ...(compound?.all ?? [])]));
  for (const { word, found, quality, compound } of compounds) {
    const more = meanings(found.locale, found.term, compound, quality, statistics);
    word.terms.push(...more.filter((term) => term.part ?? term.term !== found.term));
  }
}

function byLikelihood(a: Similar, b: Similar): number {
  return a.distance - b.distance || b.documents - a.documents;
}
