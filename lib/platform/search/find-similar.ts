import { sql } from "drizzle-orm";
import { db, kept } from "@/db/client";
import type { Locale } from "../i18n/locale";
import { editDistance } from "./edit-distance";
import { stem } from "./fold-word";
import { type Beginning, beginningOf, type TermRow } from "./term-statistics";

/** Of which wanted one, and how many letters differ. */
export type Similar = Beginning & { index: number; distance: number };

const letters = "abcdefghijklmnopqrstuvwxyz";
/** Longer words still share enough with what was meant, but for their endings. */
const longestTried = 7;
const longestEnding = 4;
/** Three letters are the stem of too many words: "ewig" is not meant for "eigen". */
const shortestMeant = 4;

/** Terms that what was typed may be meant for: with one letter wrong, or two in a long word; `index` tells of which wanted one. */
export async function findSimilar(wanted: { locale: Locale; word: string }[]): Promise<Similar[]> {
  const sought = wanted.map(({ locale, word }) => ({ locale, word, text: stem(word, locale), near: termsOneLetterOff(word, locale) }));
  const variants = sought.flatMap(({ near }, index) => [...near].map((variant) => ({ index: index + 1, variant })));
  const { rows } = await db.execute<TermRow & { index: string }>(sql`${kept}
    with wanted as (
      select * from unnest(${sql.param(sought.map(({ locale }) => locale))}::locale[], ${sql.param(sought.map(({ text }) => text))}::text[])
        with ordinality as wanted (locale, text, index)
    ), variants as (
      select * from unnest(${sql.param(variants.map(({ index }) => index))}::bigint[], ${sql.param(variants.map(({ variant }) => variant))}::text[]) as variants (index, term)
    )
    select similar_terms.index - 1 as index, similar_terms.locale, similar_terms.term, similar_terms.documents, coalesce(title.documents, 0) as titles
    from (
      select wanted.index, found.locale, found.term, found.documents from wanted cross join lateral (
        select * from search_terms
        where locale = wanted.locale and term % wanted.text and left(term, 1) <> '=' and left(term, 1) <> '~' and documents > 0
          and length(term) between length(wanted.text) - 2 and length(wanted.text) + 2
        order by similarity(term, wanted.text) desc, documents desc limit 16
      ) as found
      union
      select wanted.index, found.locale, found.term, found.documents from wanted
      join variants on variants.index = wanted.index join search_terms as found on found.locale = wanted.locale and found.term = variants.term and found.documents > 0
    ) as similar_terms
    left join search_terms as title on title.locale = similar_terms.locale and title.term = '=' || similar_terms.term`);
  return rows.flatMap((row) => {
    const index = Number(row.index);
    const of = sought[index];
    const distance = of ? distanceTo(row.term, of) : 0;
    return distance === 0 ? [] : beginningOf(row).map((found) => ({ ...found, index, distance }));
  });
}

/** 0: too far away, or the same. */
function distanceTo(term: string, { word, text, near }: { word: string; text: string; near: Set<string> }): number {
  if (near.has(term)) return 1;
  const most = text.length >= 6 ? 2 : 1;
  // Who types a short word hits its first letter.
  if (word.length <= longestTried && term[0] !== text[0]) return 0;
  const distance = editDistance(text, term, most);
  // Of a short word everything one letter away was tried: this one looks nearer than it is, because its ending is gone.
  const real = distance === 1 && word.length <= longestTried ? 2 : distance;
  return real > most ? 0 : real;
}

/**
 * A wrong letter changes most groups of three of a short word, and in the ending of any it keeps the stemmer from
 * knowing it: what it may have been is looked up as such.
 */
function termsOneLetterOff(word: string, locale: Locale): Set<string> {
  const variants = new Set<string>();
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    if (after.length > 1) variants.add(before + (after[1] ?? "") + (after[0] ?? "") + after.slice(2));
    if (at === 0 && word.length <= longestTried) continue;
    if (after) variants.add(before + after.slice(1));
    if (word.length > longestTried && after.length > longestEnding) continue;
    for (const letter of letters) {
      variants.add(before + letter + after);
      if (after) variants.add(before + letter + after.slice(1));
    }
  }
  const terms = new Set([...variants].filter((variant) => variant.length >= shortestMeant).map((variant) => stem(variant, locale)).filter((term) => term.length >= 3 && term.length >= word.length / 2));
  terms.delete(stem(word, locale));
  return terms;
}
