import { and, desc, eq, lt, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { threads } from "@/db/schema";
import type { Actor } from "./actor";
import { ownAccount } from "./own-account";

const columns = {
  id: threads.id,
  slug: threads.slug,
  title: threads.title,
  kind: threads.kind,
  state: threads.state,
  status: threads.status,
  statusReason: threads.statusReason,
  answerCount: threads.answerCount,
  meTooCount: threads.meTooCount,
  createdAt: threads.createdAt,
};

/** What one asked oneself, also what is held or hidden; newest first. `cursor` is the id of the last one seen. */
export async function listOwnThreads(actor: Actor, { cursor, limit = 30 }: { cursor?: number; limit?: number } = {}) {
  const { id } = ownAccount(actor);
  const rows = await db
    .select(columns)
    .from(threads)
    .where(and(eq(threads.authorId, id), ne(threads.status, "deleted"), cursor ? lt(threads.id, cursor) : undefined))
    .orderBy(desc(threads.id))
    .limit(limit + 1);
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? String(items.at(-1)?.id) : undefined };
}
