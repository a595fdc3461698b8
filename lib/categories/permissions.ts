import { type Actor, isAdmin } from "@/lib/members/actor";

export function canShapeCategories(actor: Actor): boolean {
  return isAdmin(actor);
}
