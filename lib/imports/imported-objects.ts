import { and, eq, inArray, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { importedObjects } from "@/db/schema";

export type LocalObject = { kind: string; id: number };
type Reader = Pick<Tx, "select">;

/** Which of these outside objects are ours already, and as what. */
export async function findImported(source: string, kind: string, externalIds: string[], from: Reader = db): Promise<Map<string, LocalObject>> {
  if (externalIds.length === 0) return new Map();
  const rows = await from
    .select({ externalId: importedObjects.externalId, kind: importedObjects.localKind, id: importedObjects.localId })
    .from(importedObjects)
    .where(and(eq(importedObjects.source, source), eq(importedObjects.kind, kind), inArray(importedObjects.externalId, [...new Set(externalIds)])));
  return new Map(rows.map((row) => [row.externalId, { kind: row.kind, id: row.id }]));
}

/** Remembers what became of what, in the transaction that makes it. */
export async function recordImported(
  tx: Tx,
  source: string,
  kind: string,
  localKind: string,
  made: { externalId: string; localId: number }[],
): Promise<void> {
  if (made.length === 0) return;
  await tx.insert(importedObjects).values(made.map(({ externalId, localId }) => ({ source, kind, localKind, externalId, localId })));
}

/** How many of each kind came from this source so far: "post thread" → 1042. Stand-ins of our own do not count. */
export async function countImported(source: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ kind: importedObjects.kind, localKind: importedObjects.localKind, count: sql<number>`count(*)::int` })
    .from(importedObjects)
    .where(and(eq(importedObjects.source, source), sql`${importedObjects.externalId} !~ '^(name:|former$)'`))
    .groupBy(importedObjects.kind, importedObjects.localKind);
  return new Map(rows.map((row) => [`${row.kind} ${row.localKind}`, row.count]));
}
