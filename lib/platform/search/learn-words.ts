import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { singleton } from "../singleton";
import { type DocumentTexts, wordsToLearn } from "./document-vector";
import { addGermanWords, splitCompound, wordsVersion } from "./split-compound";

const portion = 5_000;
/** Words may be looked up in the index one by one up to here; more of them are compared with all that is in it. */
const fewWords = 200;
const mostWords = 200_000;

type Reader = Pick<Tx, "execute">;

const state = singleton<{ asked?: Promise<void> }>("search.heard-of-words", () => ({}));

/**
 * Makes sure that this process knows the words that compounds are made of: waits the first time, and afterwards
 * only when told of a newer version than it has.
 */
export function heardOfWords(version = 0): Promise<void> {
  if (!state.asked || version > wordsVersion()) {
    const loading = loadWords();
    loading.catch(() => {
      if (state.asked === loading) state.asked = undefined;
    });
    state.asked = loading;
  }
  return state.asked;
}

/** Brings the words that were learnt or supplied since this process last looked. */
export async function loadWords(reader: Reader = db): Promise<void> {
  const { rows } = await reader.execute<{ term: string; noun: boolean; version: string; documents: string }>(sql`
    select word.term, word.noun, word.version, coalesce(found.documents, 0) as documents
    from search_words word left join search_terms found on found.locale = word.locale and found.term = word.term
    where word.locale = 'de' and word.version > ${wordsVersion()} order by word.version limit ${mostWords}`);
  if (rows.length === 0) return;
  addGermanWords(
    rows.map(({ term, noun, documents }) => ({ term, noun, documents: Number(documents) })),
    Number(rows.at(-1)?.version ?? 0),
  );
}

/**
 * Learns words from documents that are about to be indexed, and returns the terms of the index that turn out
 * to be compounds by them: "Sporthalle" was one word until somebody wrote "Halle". Under the lock of the index.
 */
export async function learnFrom(tx: Tx, documents: DocumentTexts[]): Promise<string[]> {
  if (!documents.some(({ locale }) => locale === "de")) return [];
  await loadWords(tx);
  const words = new Map<string, boolean>();
  for (const document of documents)
    for (const [term, noun] of wordsToLearn(document)) words.set(term, noun || (words.get(term) ?? false));
  return learnWords(tx, words);
}

/** Adds these words (true: a noun) and returns the terms of the index that are compounds now and were none before. */
export async function learnWords(tx: Tx, words: Map<string, boolean>): Promise<string[]> {
  if (words.size === 0) return [];
  const whole = await unsplitTermsWith(tx, [...words.keys()]);
  const version = await nextVersion(tx);
  const list = [...words].map(([term, noun]) => ({ term, noun }));
  for (let start = 0; start < list.length; start += portion) {
    const part = list.slice(start, start + portion);
    await tx.execute(sql`
      insert into search_words (locale, term, noun, version)
      select 'de', word.term, word.noun, ${version}::bigint
      from unnest(${sql.param(part.map(({ term }) => term))}::text[], ${sql.param(part.map(({ noun }) => noun))}::boolean[]) as word (term, noun)
      on conflict (locale, term) do update set noun = search_words.noun or excluded.noun, version = excluded.version`);
  }
  await tx.execute(sql`
    insert into search_totals (locale, words) values ('de', ${version}::bigint) on conflict (locale) do update set words = excluded.words`);
  addGermanWords(list, version);
  return whole.filter((term) => splitCompound(term) !== null);
}

async function unsplitTermsWith(tx: Tx, words: string[]): Promise<string[]> {
  const { rows } = await tx.execute<{ term: string }>(sql`
    select term from search_terms where locale = 'de' and left(term, 1) <> '=' and left(term, 1) <> '~' and length(term) between 6 and 40 and documents > 0
    ${words.length > fewWords ? sql`` : sql`and term like any(${sql.param(words.map((word) => `%${word}%`))}::text[])`}`);
  return rows.map(({ term }) => term).filter((term) => splitCompound(term) === null);
}

/** Versions come from one sequence: a process that was rolled back never confuses its own with another's. */
async function nextVersion(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ version: string }>(
    sql`select nextval(pg_get_serial_sequence('search_outbox', 'id')) as version`,
  );
  return Number(rows[0]?.version);
}
