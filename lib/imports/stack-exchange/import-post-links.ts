import { eq, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { threads } from "@/db/schema";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { lockThreads } from "@/lib/threads/refresh-threads";
import { batches } from "../batches";
import { findImported, recordImported } from "../imported-objects";
import { dropPages, recordSearchChanges } from "../show-change";
import { type ImportRun, instantOf, onlyNew, watchedRows } from "./import-run";
import type { Row } from "./read-rows";

const duplicate = "3";
const otherTypes: Record<string, string> = { "1": "a mere mention (the link stands in the text)" };

/** Links of duplicates close a thread in favour of the one that has the answer. */
export async function importPostLinks(run: ImportRun, note: (text: string) => void): Promise<void> {
  for await (const rows of batches(watchedRows(run, "PostLinks", note), run.batchSize)) {
    run.tally.read("post links", rows.length);
    const duplicates: Row[] = [];
    for (const row of rows) {
      if (row.LinkTypeId === duplicate) duplicates.push(row);
      else run.tally.skip("post links", otherTypes[row.LinkTypeId ?? ""] ?? `of type ${row.LinkTypeId ?? "?"}`);
    }
    const { fresh } = await onlyNew(run, "post_link", "post links", duplicates);
    if (fresh.length > 0) await importBatch(run, fresh);
  }
}

async function importBatch(run: ImportRun, rows: Row[]): Promise<void> {
  const { tally, site } = run;
  const posts = await findImported(site.host, "post", rows.flatMap((row) => [row.PostId ?? "", row.RelatedPostId ?? ""]));
  const { done, skipped } = await inTransaction(async (tx) => {
    const done: { externalId: string; localId: number; originalId: number }[] = [];
    const skipped: string[] = [];
    await lockThreads(tx, [...posts.values()].flatMap(({ kind, id }) => (kind === "thread" ? [id] : [])));
    for (const row of rows) {
      const thread = posts.get(row.PostId ?? "");
      const original = posts.get(row.RelatedPostId ?? "");
      if (thread?.kind !== "thread" || original?.kind !== "thread") {
        skipped.push("one of both questions is not in the dump");
        continue;
      }
      const reason = await close(tx, thread.id, original.id, instantOf(row.CreationDate));
      if (reason) skipped.push(reason);
      else done.push({ externalId: row.Id ?? "", localId: thread.id, originalId: original.id });
    }
    await recordImported(tx, site.host, "post_link", "thread", done);
    if (done.length > 0) await recordAudit(tx, run.actor, "import.duplicates", { kind: "import", id: site.host }, { count: done.length });
    await recordSearchChanges(tx, "thread", done.map(({ localId }) => localId));
    await dropPages(tx, [...run.category.pages, ...done.flatMap(({ localId, originalId }) => [`thread:${localId}`, `thread:${originalId}`])]);
    return { done, skipped };
  });
  tally.imported("post links", done.length);
  for (const reason of skipped) tally.skip("post links", reason);
  run.committed("post links");
}

/** Never a chain: what pointed at this thread points at its original from now on. Returns why it could not be closed. */
async function close(tx: Tx, threadId: number, originalId: number, at: Date | null): Promise<string | null> {
  const rows = await tx
    .select({ id: threads.id, duplicateOfId: threads.duplicateOfId, closedAt: threads.closedAt })
    .from(threads)
    .where(sql`${threads.id} in (${threadId}, ${originalId})`);
  const thread = rows.find(({ id }) => id === threadId);
  const target = rows.find(({ id }) => id === originalId)?.duplicateOfId ?? originalId;
  if (thread?.duplicateOfId) return "a duplicate of another question already";
  if (target === threadId) return "a duplicate of itself, by way of another";
  await tx
    .update(threads)
    .set({ duplicateOfId: target, closedReason: "duplicate", closedAt: thread?.closedAt ?? at ?? now() })
    .where(eq(threads.id, threadId));
  await tx.update(threads).set({ duplicateOfId: target }).where(eq(threads.duplicateOfId, threadId));
  return null;
}
