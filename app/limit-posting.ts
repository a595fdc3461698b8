import { type Actor, isStaff } from "@/lib/members/actor";
import { consume } from "@/lib/platform/rate-limit";

/** The same limit for forms that REST has for posting. */
export async function limitPosting(actor: Actor): Promise<void> {
  if (actor.kind !== "member" || isStaff(actor)) return;
  await consume(actor.trust === "new" ? "postNew" : "post", `member:${actor.id}`);
}
