import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemGerman } from "@orama/stemmers/german";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Locale } from "@/lib/platform/i18n/locale";
import { stopWords } from "@/lib/platform/search/stop-words";

const k1 = 1.2;
const b = 0.75;

type Held = { key: string; counts: Map<string, number>; length: number };

/** What everything is compared with: plain BM25 over title and text with Snowball stems, in memory. */
export async function plainBm25(locale: Locale): Promise<(text: string) => string[]> {
  const { rows } = await db.execute<{ key: string; text: string }>(sql`
    select kind || ':' || doc_id as key, title || E'\n' || body || E'\n' || replies as text from search_documents where not meili_deleted`);
  const documents = rows.map(({ key, text }): Held => {
    const counts = new Map<string, number>();
    const terms = termsOf(text, locale);
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    return { key, counts, length: terms.length };
  });
  const holding = new Map<string, Held[]>();
  for (const document of documents)
    for (const term of document.counts.keys()) holding.set(term, [...(holding.get(term) ?? []), document]);
  const average = documents.reduce((sum, { length }) => sum + length, 0) / documents.length;
  return (text) => {
    const scores = new Map<string, number>();
    for (const term of new Set(termsOf(text, locale))) {
      const found = holding.get(term) ?? [];
      const idf = Math.log(1 + (documents.length - found.length + 0.5) / (found.length + 0.5));
      for (const { key, counts, length } of found) {
        const frequency = counts.get(term) ?? 0;
        const value = (idf * frequency * (k1 + 1)) / (frequency + k1 * (1 - b + (b * length) / average));
        scores.set(key, (scores.get(key) ?? 0) + value);
      }
    }
    return [...scores].sort((one, other) => other[1] - one[1]).slice(0, 12).map(([key]) => key);
  };
}

function termsOf(text: string, locale: Locale): string[] {
  const small = new Set(stopWords[locale]);
  const stem = locale === "de" ? stemGerman : stemEnglish;
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !small.has(word)).map((word) => stem(word) || word);
}
