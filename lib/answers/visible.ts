import { type SQL, sql } from "drizzle-orm";
import { answers } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { visibleStatus } from "@/lib/threads/visible";

/** Condition on answers of a thread that is itself visible. */
export function visibleAnswers(actor: Actor): SQL {
  return visibleStatus(actor, sql`${answers.status}`, sql`${answers.authorId}`);
}
