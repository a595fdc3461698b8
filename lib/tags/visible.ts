import { type SQL, sql } from "drizzle-orm";
import { tags } from "@/db/schema";
import { type Actor, isStaff } from "@/lib/members/actor";
import { listedThreads } from "@/lib/threads/visible";

/** Whose name may be told: condition on tags. A tag used only where the actor may not look says what stands there. */
export function visibleTags(actor: Actor): SQL {
  if (isStaff(actor)) return sql`true`;
  return sql`exists (
    select 1 from thread_tags join "threads" on "threads"."id" = thread_tags.thread_id
    where thread_tags.tag_id = ${tags.id} and ${listedThreads(actor)})`;
}
