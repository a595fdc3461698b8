import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { threads } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { idInput } from "@/lib/platform/text-input";
import type { ThreadRef } from "./thread-view";
import { visibleThreads } from "./visible";

/** Where a thread has gone that was merged into another; null when it was not, or `actor` may not see where. */
export async function findMerged(actor: Actor, id: unknown): Promise<ThreadRef | null> {
  const parsed = idInput.safeParse(id);
  if (!parsed.success) return null;
  const old = alias(threads, "old");
  const [target] = await db
    .select({ id: threads.id, slug: threads.slug, title: threads.title })
    .from(threads)
    .innerJoin(old, eq(old.mergedIntoId, threads.id))
    .where(and(eq(old.id, parsed.data), visibleThreads(actor)));
  return target ?? null;
}
