import { type SQL, sql } from "drizzle-orm";
import { comments } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { visibleStatus } from "@/lib/threads/visible";

/** Condition on comments of a thread that is itself visible. */
export function visibleComments(actor: Actor): SQL {
  return visibleStatus(actor, sql`${comments.status}`, sql`${comments.authorId}`);
}
