import { inTransaction } from "@/db/client";
import type { Locale } from "@/lib/platform/i18n/locale";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { analyze } from "@/lib/platform/search/analyze";
import { learnWords, loadWords } from "@/lib/platform/search/learn-words";
import { lockIndex, splitAgain } from "@/lib/platform/search/postgres-engine";
import { isGermanWord } from "@/lib/platform/search/split-compound";
import { type CountChange, changeCounts } from "@/lib/platform/search/term-statistics";

const shortest = 3;
const longest = 20;

export type SuppliedWords = { read: number; added: number; documents: number };

/**
 * Words that German compounds are made of, from a list: one a line, or several divided by "|", tabs or semicolons as
 * in a thesaurus; a capital letter makes a noun. Documents that hold a compound of them are indexed anew at once.
 */
export async function supplyWords(lines: Iterable<string>): Promise<SuppliedWords> {
  const words = new Map<string, boolean>();
  for (const line of lines) for (const [term, noun] of wordsOf(line)) words.set(term, noun || (words.get(term) ?? false));
  return inTransaction(async (tx) => {
    await lockIndex(tx);
    await loadWords(tx);
    const added = new Map([...words].filter(([term, noun]) => !isGermanWord(term, noun)));
    const compounds = await learnWords(tx, added);
    const counts = new Map<Locale, CountChange>();
    const documents = await splitAgain(tx, compounds, new Set(), counts);
    await changeCounts(tx, [...counts.values()]);
    if (documents > 0) await invalidatePages(tx, "search");
    return { read: words.size, added: added.size, documents };
  });
}

function* wordsOf(line: string): Generator<[string, boolean]> {
  for (const field of line.replace(/\([^)]*\)/g, "").split(/[|\t;]/)) {
    const word = field.trim();
    if (word.length < shortest || word.length > longest || !/^\p{L}+$/u.test(word)) continue;
    const token = analyze(word, "de")[0];
    if (token && !token.stop && /^[a-z]{3,}$/.test(token.term)) yield [token.term, /^\p{Lu}\p{Ll}/u.test(word)];
  }
}
