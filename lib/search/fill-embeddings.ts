import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { log } from "@/lib/platform/log";
import type { Embeddings } from "@/lib/platform/search/embeddings";
import { keyOf } from "@/lib/platform/search/engine";
import { RefusedTexts } from "@/lib/platform/search/request-vectors";
import { packVector, type Vector } from "@/lib/platform/search/vector";
import { alone } from "./push-lock";

const fillLock = 7340122;
/** The beginning says what it is about, and small models read no more than about 500 tokens. */
const longestText = 2_000;
const portion = 64;

type Lacking = { kind: string; id: string; version: string; text: string; held: string | null };
type Fresh = Lacking & { hash: string; vector: Vector };

/** Texts that the provider refused, by key and version: they must not hold up the others. */
export type Refused = Set<string>;

/**
 * Gives a portion of documents their vectors: those that have none, one of another model, or one of another text. The
 * text is that of the index, so only what can be found is ever sent. Returns how many documents it saw to; none while
 * another process is at it.
 */
export async function fillEmbeddings(embeddings: Embeddings, refused: Refused = new Set()): Promise<number> {
  let seen = 0;
  const work = async () => {
    const lacking = (await readLacking(embeddings.model, portion + refused.size)).filter((row) => !refused.has(nameOf(row))).slice(0, portion);
    const hashed = lacking.map((row) => ({ ...row, hash: createHash("sha256").update(row.text).digest("hex") }));
    await markUnchanged(hashed.filter(({ hash, held }) => hash === held));
    const changed = hashed.filter(({ hash, held }) => hash !== held);
    await keep(embeddings.model, await embedAll(embeddings, changed, refused));
    seen = lacking.length;
  };
  await alone(work, false, fillLock);
  return seen;
}

/** How many documents there are, and how many lack a vector of this model for their present text. */
export async function countLacking(model: string): Promise<{ documents: number; lacking: number }> {
  const { rows } = await db.execute<{ documents: number; lacking: number }>(sql`
    select count(*)::int as documents, count(*) filter (where e.model is distinct from ${model} or e.version is distinct from d.version)::int as lacking
    from search_documents d left join search_embeddings e on e.kind = d.kind and e.doc_id = d.doc_id where not d.meili_deleted`);
  return rows[0] ?? { documents: 0, lacking: 0 };
}

async function readLacking(model: string, limit: number): Promise<Lacking[]> {
  const { rows } = await db.execute<Lacking>(sql`
    select d.kind, d.doc_id as id, d.version, left(concat_ws(E'\n', d.title, d.answer, d.body, d.replies), ${longestText}) as text,
      case when e.model = ${model} then e.hash end as held
    from search_documents d left join search_embeddings e on e.kind = d.kind and e.doc_id = d.doc_id
    where not d.meili_deleted and (e.model is distinct from ${model} or e.version is distinct from d.version) limit ${limit}`);
  return rows;
}

async function markUnchanged(rows: Lacking[]): Promise<void> {
  if (rows.length === 0) return;
  await db.execute(sql`
    update search_embeddings e set version = seen.version from ${listed(rows)} as seen (kind, id, version) where e.kind = seen.kind and e.doc_id = seen.id`);
}

async function embedAll(embeddings: Embeddings, rows: (Lacking & { hash: string })[], refused: Refused): Promise<Fresh[]> {
  const refusedNow: Refused = new Set();
  const fresh = await embed(embeddings, rows, refusedNow);
  // Then it is not the texts: a wrong model, say. Nothing is given up for that.
  if (refusedNow.size > 1 && fresh.length === 0) throw new Error("the embeddings provider refuses every text");
  for (const name of refusedNow) {
    log.warn("the embeddings provider refuses a document; it is found by its words alone", { document: name });
    refused.add(name);
  }
  return fresh;
}

/** Halves what is refused until it is known which text it was. */
async function embed<R extends Lacking>(embeddings: Embeddings, rows: R[], refused: Refused): Promise<(R & { vector: Vector })[]> {
  const [first] = rows;
  if (!first) return [];
  try {
    const vectors = await embeddings.embedDocuments(rows.map(({ text }) => text));
    return rows.flatMap((row, place) => (vectors[place] ? [{ ...row, vector: vectors[place] }] : []));
  } catch (error) {
    if (!(error instanceof RefusedTexts)) throw error;
    if (rows.length === 1) {
      refused.add(nameOf(first));
      return [];
    }
    const middle = Math.ceil(rows.length / 2);
    return [...(await embed(embeddings, rows.slice(0, middle), refused)), ...(await embed(embeddings, rows.slice(middle), refused))];
  }
}

/** What was hidden while the provider worked gets none: its row is locked, or gone, or a mere note. */
async function keep(model: string, rows: Fresh[]): Promise<void> {
  if (rows.length === 0) return;
  const more = sql`${sql.param(rows.map(({ hash }) => hash))}::text[], ${sql.param(rows.map(({ vector }) => packVector(vector)))}::bytea[]`;
  await db.execute(sql`
    insert into search_embeddings (kind, doc_id, model, hash, version, vector)
    select d.kind, d.doc_id, ${model}, fresh.hash, fresh.version, fresh.vector
    from ${listed(rows, more)} as fresh (kind, id, version, hash, vector)
    join search_documents d on d.kind = fresh.kind and d.doc_id = fresh.id where not d.meili_deleted
    order by d.kind, d.doc_id for share of d
    on conflict (kind, doc_id) do update set model = excluded.model, hash = excluded.hash, version = excluded.version, vector = excluded.vector, meili_version = -1`);
}

function listed(rows: Lacking[], more?: ReturnType<typeof sql>) {
  const columns = sql`${sql.param(rows.map(({ kind }) => kind))}::text[], ${sql.param(rows.map(({ id }) => id))}::bigint[], ${sql.param(rows.map(({ version }) => version))}::bigint[]`;
  return more ? sql`unnest(${columns}, ${more})` : sql`unnest(${columns})`;
}

function nameOf({ kind, id, version }: Lacking): string {
  return `${keyOf(kind, Number(id))} ${version}`;
}
