import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { log } from "@/lib/platform/log";
import { maskPersonal } from "@/lib/platform/mask-personal";
import { blendMeaning } from "@/lib/platform/search/blend-meaning";
import { embeddingsFromEnvironment } from "@/lib/platform/search/embeddings";
import { keyOf, type SearchEngine, type SearchFilter, splitKey } from "@/lib/platform/search/engine";
import { unpackVector, type Vector } from "@/lib/platform/search/vector";

/** So many of the best are ordered anew. */
const looked = 100;
/** So many are proposed by meaning alone. */
const mostProposed = 20;
const longestQuery = 2_000;
/** One word alone is a word; every further key press of it would be one more request. */
const fewestWords = 2;

export type Meaning = { model: string; vector: Promise<Vector | null> };
type Rated = { key: string; score: number; near?: number };

/** Begins to find out what these texts mean. Null when no provider is configured or there is too little to mean anything. */
export function startMeaning(texts: string[]): Meaning | null {
  const embeddings = embeddingsFromEnvironment();
  if (!embeddings) return null;
  const text = maskPersonal(texts.join("\n").slice(0, longestQuery)).replace(/\s+/g, " ").trim();
  if (text.split(" ").filter((word) => /\p{L}/u.test(word)).length < fewestWords) return null;
  return { model: embeddings.model, vector: embeddings.embedQuery(text) };
}

/** Keys of what is nearest in meaning, though it may share no word with the query; none unless this engine holds vectors. */
export async function proposeByMeaning(engine: SearchEngine | null, meaning: Meaning | null, filter: SearchFilter): Promise<string[]> {
  if (!engine?.nearest || !meaning) return [];
  const vector = await meaning.vector;
  return vector ? engine.nearest(vector, filter, mostProposed) : [];
}

/** The first hundred and what meaning proposed by words and meaning together, the others behind them as they were. Whatever goes wrong, the order stays. */
export async function orderByMeaning<C extends Rated>(ranked: C[], meaning: Meaning | null, proposed: string[]): Promise<C[]> {
  if (!meaning || ranked.length < 2) return ranked;
  try {
    const vector = await meaning.vector;
    if (!vector) return ranked;
    const isFirst = ({ key }: C, place: number) => place < looked || proposed.includes(key);
    const first = ranked.filter(isFirst);
    const vectors = await readVectors(first.map(({ key }) => key), meaning.model);
    return [...blendMeaning(first, vector, vectors), ...ranked.filter((one, place) => !isFirst(one, place))];
  } catch (error) {
    log.error("the order by meaning failed, that of the words stays", error);
    return ranked;
  }
}

async function readVectors(keys: string[], model: string): Promise<Map<string, Vector>> {
  const parts = keys.map(splitKey);
  const { rows } = await db.execute<{ kind: string; id: string; vector: Buffer }>(sql`
    select kind, doc_id as id, vector from search_embeddings where model = ${model}
      and (kind, doc_id) in (select * from unnest(${sql.param(parts.map(({ kind }) => kind))}::text[], ${sql.param(parts.map(({ id }) => id))}::bigint[]))`);
  return new Map(rows.map(({ kind, id, vector }) => [keyOf(kind, Number(id)), unpackVector(vector)]));
}
