import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { followUps } from "@/db/schema";
import { ofOwnDepartments } from "@/lib/departments/own-departments";
import type { Actor } from "@/lib/members/actor";
import { requireMember } from "@/lib/members/require-member";
import { Conflict, NotFound } from "@/lib/platform/errors";

export type FollowUp = typeof followUps.$inferSelect;

/** The open follow-up, held for this transaction; one that is over is refused, one of other departments not found. */
export async function findOpenFollowUp(tx: Tx, actor: Actor, id: number): Promise<FollowUp> {
  const [found] = await tx
    .select()
    .from(followUps)
    .where(and(eq(followUps.id, id), ofOwnDepartments(requireMember(actor), followUps.departmentId)))
    .for("no key update");
  if (!found) throw new NotFound();
  if (found.endedAt) throw new Conflict("follow_up_over", "error.followUp.over");
  return found;
}
