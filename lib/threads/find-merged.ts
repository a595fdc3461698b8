import { and, isNull, type SQL, sql } from "drizzle-orm";
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
  const [target] = await db
    .select({ id: threads.id, slug: threads.slug, title: threads.title })
    .from(threads)
    .where(and(isNull(threads.mergedIntoId), sql`${threads.id} in (${wayFrom(parsed.data)})`, visibleThreads(actor)));
  return target ?? null;
}

/** The thread it went into, and where that one went since. */
function wayFrom(id: number): SQL {
  return sql`with recursive way as (
    select merged_into_id as id from threads where id = ${id}
    union select further.merged_into_id from threads further join way on further.id = way.id
  ) select id from way`;
}
