import { sql } from "drizzle-orm";
import type { PoolClient } from "pg";
import { db, pool } from "@/db/client";
import { keyOf, type SearchDocument, splitKey } from "@/lib/platform/search/engine";
import type { MeilisearchEngine } from "@/lib/platform/search/meilisearch-engine";
import { readDocuments } from "./read-documents";

const portion = 1_000;
const pushLock = 7340121;

/**
 * Brings Meilisearch what it lacks. A document is marked only after the engine's task succeeded, and only with
 * the version that was sent: what fails or changes meanwhile is sent again. Returns how many it brought.
 */
export async function pushChanges(engine: MeilisearchEngine): Promise<number> {
  if (!(await isPushWaiting())) return 0;
  let pushed = 0;
  await alone(async () => {
    // An index that was lost would otherwise come back without its settings.
    await engine.prepare();
    for (;;) {
      const sent = await pushPortion(engine);
      pushed += sent;
      if (sent === 0) break;
    }
  });
  return pushed;
}

export async function isPushWaiting(beyond = 0): Promise<boolean> {
  const { rows } = await db.execute(
    sql`select 1 from search_documents where meili_version <> version limit 1 offset ${beyond}`,
  );
  return rows.length > 0;
}

async function pushPortion(engine: MeilisearchEngine): Promise<number> {
  const { rows } = await db.execute<{ kind: string; id: string; version: string; gone: boolean }>(sql`
    select kind, doc_id as id, version, meili_deleted as gone from search_documents where meili_version <> version
    order by kind, doc_id limit ${portion}`);
  const gone = rows
    .filter((row) => row.gone)
    .map(({ kind, id, version }) => ({ key: keyOf(kind, Number(id)), version: Number(version) }));
  const documents = await readDocuments(
    rows.filter((row) => !row.gone).map(({ kind, id }) => keyOf(kind, Number(id))),
  );
  if (documents.length > 0) await engine.put(documents);
  await engine.remove(gone.map(({ key }) => key));
  await markPushed(documents);
  if (gone.length > 0)
    await db.execute(
      sql`delete from search_documents where meili_deleted and (kind, doc_id, version) in (${listed(gone)})`,
    );
  return rows.length;
}

export async function markPushed(documents: Pick<SearchDocument, "key" | "version">[]): Promise<void> {
  if (documents.length === 0) return;
  await db.execute(sql`
    update search_documents set meili_version = sent.version from (${listed(documents)}) as sent (kind, id, version)
    where search_documents.kind = sent.kind and doc_id = sent.id and not meili_deleted`);
}

function listed(documents: { key: string; version: number }[]) {
  const parts = documents.map(({ key }) => splitKey(key));
  return sql`select * from unnest(${sql.param(parts.map(({ kind }) => kind))}::text[], ${sql.param(parts.map(({ id }) => id))}::bigint[],
    ${sql.param(documents.map(({ version }) => version))}::bigint[])`;
}

/** Two senders could overtake each other and leave the older text: whoever comes second does nothing, or waits. */
export async function alone(work: () => Promise<void>, wait = false): Promise<void> {
  const client = await pool().connect();
  try {
    while (!(await locked(client))) {
      if (!wait) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    try {
      await work();
    } finally {
      await client.query(`select pg_advisory_unlock(${pushLock})`);
    }
  } finally {
    client.release();
  }
}

async function locked(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    `select pg_try_advisory_lock(${pushLock}) as locked`,
  );
  return rows[0]?.locked === true;
}
