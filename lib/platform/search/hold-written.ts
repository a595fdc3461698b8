import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Locale, locales } from "../i18n/locale";
import { type EngineQuery, type Phrase, splitKey } from "./engine";
import { foldText } from "./fold-text";

type Texts = { kind: string; doc_id: string; texts: string };

/**
 * Those of `found` whose texts hold the quoted phrases with their small words, and not the excluded ones. The texts are
 * asked for only when small words belong to a phrase; all others the index has answered.
 */
export async function holdWritten<Found extends { key: string; locale: Locale }>(found: Found[], { phrases, excluded }: EngineQuery): Promise<Found[]> {
  const asked = locales.flatMap((locale) => [...asWritten(phrases, locale), ...asWritten(excluded, locale)]);
  if (found.length === 0 || asked.length === 0) return found;
  const keys = found.map(({ key }) => splitKey(key));
  const { rows } = await db.execute<Texts>(sql`
    select kind, doc_id, concat_ws(E'\n', title, body, replies) as texts from search_documents
    where (kind, doc_id) in (select * from unnest(${sql.param(keys.map(({ kind }) => kind))}::text[], ${sql.param(keys.map(({ id }) => id))}::bigint[]))`);
  const texts = new Map(rows.map((row) => [`${row.kind}:${row.doc_id}`, row.texts]));
  return found.filter(({ key, locale }) => {
    const said = foldText(texts.get(key) ?? "", locale);
    return asWritten(phrases, locale).every((text) => said.includes(text)) && !asWritten(excluded, locale).some((text) => said.includes(text));
  });
}

function asWritten(phrases: Record<Locale, Phrase>[], locale: Locale): string[] {
  return phrases.flatMap((phrase) => phrase[locale].written ?? []);
}
