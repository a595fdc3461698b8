import { type SQL, sql } from "drizzle-orm";
import { type Actor, isStaff } from "@/lib/members/actor";

export type Audience = "public" | "members" | "staff";

/** Which audiences an actor belongs to. */
export function audiencesOf(actor: Actor): Audience[] {
  if (isStaff(actor)) return ["public", "members", "staff"];
  return actor.kind === "member" ? ["public", "members"] : ["public"];
}

/** Condition on the categories table. */
export function visibleCategories(actor: Actor): SQL {
  if (isStaff(actor)) return sql`true`;
  return actor.kind === "member" ? sql`"categories"."audience" <> 'staff'` : sql`"categories"."audience" = 'public'`;
}
