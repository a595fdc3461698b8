import { and, desc, eq, lt } from "drizzle-orm";
import { db } from "@/db/client";
import { subscriptions, threads } from "@/db/schema";
import { loadCategories } from "@/lib/categories/load-categories";
import type { Actor } from "@/lib/members/actor";
import { requireMember } from "@/lib/members/require-member";
import { readRows } from "./read-rows";
import type { ThreadList } from "./thread-view";
import { listedThreads } from "./visible";

/** Threads the actor follows and may still see, newest thread first. `cursor` is the id of the last one seen. */
export async function listFollowedThreads(
  actor: Actor,
  { cursor, limit = 20 }: { cursor?: number; limit?: number } = {},
): Promise<ThreadList> {
  const { id } = requireMember(actor);
  const found = await db
    .select({ id: threads.id })
    .from(subscriptions)
    .innerJoin(threads, eq(threads.id, subscriptions.threadId))
    .where(and(eq(subscriptions.memberId, id), listedThreads(actor), cursor ? lt(threads.id, cursor) : undefined))
    .orderBy(desc(threads.id))
    .limit(limit + 1);
  const ids = found.slice(0, limit).map((row) => row.id);
  const items = await readRows(ids, await loadCategories(actor));
  return { items, nextCursor: found.length > limit ? String(ids.at(-1)) : null };
}
