import { eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { members, threads } from "@/db/schema";
import type { CategoryView } from "@/lib/categories/category-view";
import type { CategoryRef, ThreadRow } from "./thread-view";

/** Rows of a list in the order of `ids`. Whether they may be seen is settled before. */
export async function readRows(ids: number[], categories: CategoryView[]): Promise<ThreadRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      id: threads.id,
      slug: threads.slug,
      title: threads.title,
      kind: threads.kind,
      locale: threads.locale,
      state: threads.state,
      status: threads.status,
      categoryId: threads.categoryId,
      author: { id: members.id, name: members.name, displayName: members.displayName },
      official: sql<boolean>`exists (
        select 1 from answers where answers.thread_id = ${threads.id} and answers.official and answers.status = 'published'
      )`,
      lockedAt: threads.lockedAt,
      pinnedAt: threads.pinnedAt,
      answerCount: threads.answerCount,
      meTooCount: threads.meTooCount,
      score: threads.score,
      liveSince: sql<string | null>`(
        select min(accepted_at) from conversations where conversations.thread_id = ${threads.id} and state = 'active'
      )`,
      createdAt: threads.createdAt,
      solvedAt: threads.solvedAt,
      lastActivityAt: threads.lastActivityAt,
    })
    .from(threads)
    .innerJoin(members, eq(members.id, threads.authorId))
    .where(inArray(threads.id, ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { categoryId, lockedAt, pinnedAt, liveSince, ...rest } = row;
    return {
      ...rest,
      category: refOf(categories, categoryId),
      locked: lockedAt !== null,
      pinned: pinnedAt !== null,
      liveSince: liveSince === null ? null : new Date(liveSince),
    };
  });
}

function refOf(categories: CategoryView[], id: number): CategoryRef {
  const found = categories.find((category) => category.id === id);
  return found ? { id, slug: found.slug, name: found.name } : { id, slug: "", name: { en: "", de: "" } };
}
