import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { categories, threads } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { NotFound } from "@/lib/platform/errors";
import { visibleThreads } from "./visible";

export type FoundThread = typeof threads.$inferSelect & {
  /** Its category and those above it, own first. */
  categoryPath: number[];
  departmentId: number | null;
  tagIds: number[];
};

/**
 * The thread as `actor` may see it; throws NotFound otherwise. With `lock` its row is held until the
 * transaction ends: needed by whoever recomputes its state afterwards.
 */
export async function findThread(
  tx: Pick<Tx, "select">,
  actor: Actor,
  id: number,
  { lock = false }: { lock?: boolean } = {},
): Promise<FoundThread> {
  if (!Number.isSafeInteger(id)) throw new NotFound();
  const parent = alias(categories, "parent");
  const query = tx
    .select({
      thread: getTableColumns(threads),
      path: sql<(string | null)[]>`array[${categories.id}, ${parent.id}, ${parent.parentId}]`,
      departmentId: sql<string | null>`coalesce(${categories.departmentId}, ${parent.departmentId})`,
      tagIds: sql<string[]>`array(select tag_id from thread_tags where thread_id = ${threads.id})`,
    })
    .from(threads)
    .innerJoin(categories, eq(categories.id, threads.categoryId))
    .leftJoin(parent, eq(parent.id, categories.parentId))
    .where(and(eq(threads.id, id), visibleThreads(actor)));
  const [found] = lock ? await query.for("no key update", { of: threads }) : await query;
  if (!found) throw new NotFound();
  return {
    ...found.thread,
    categoryPath: found.path.filter((step) => step !== null).map(Number),
    departmentId: found.departmentId === null ? null : Number(found.departmentId),
    tagIds: found.tagIds.map(Number),
  };
}
