import { type Actor, isStaff } from "@/lib/members/actor";

/** The figures are about all, so all of the company may see them. */
export function canSeeInsights(actor: Actor): boolean {
  return isStaff(actor);
}
