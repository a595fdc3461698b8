import { type SQL, sql } from "drizzle-orm";
import { threads } from "@/db/schema";
import { visibleCategories } from "@/lib/categories/visible";
import { type Actor, isManager, isStaff } from "@/lib/members/actor";

/**
 * Who may open a thread: condition on threads. Published ones of categories the actor may see, held
 * ones their author, held and hidden ones staff, deleted ones managers.
 */
export function visibleThreads(actor: Actor): SQL {
  return sql`(${visibleStatus(actor, sql`${threads.status}`, sql`${threads.authorId}`)} and ${inVisibleCategory(actor)})`;
}

/** What lists show to anybody who may see the category; staff find the rest in the review queue. */
export function listedThreads(actor: Actor): SQL {
  return sql`(${threads.status} = 'published' and ${inVisibleCategory(actor)})`;
}

/** The rule that threads, answers and comments share. */
export function visibleStatus(actor: Actor, status: SQL, authorId: SQL): SQL {
  if (isManager(actor)) return sql`true`;
  if (isStaff(actor)) return sql`${status} <> 'deleted'`;
  if (actor.kind === "member") return sql`(${status} = 'published' or (${status} = 'held' and ${authorId} = ${actor.id}))`;
  return sql`${status} = 'published'`;
}

function inVisibleCategory(actor: Actor): SQL {
  if (isStaff(actor)) return sql`true`;
  return sql`${threads.categoryId} in (select "categories"."id" from "categories" where ${visibleCategories(actor)})`;
}
