import { notFound } from "next/navigation";
import { isManager, isStaff, type Member } from "@/lib/members/actor";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { keepPrivate } from "@/lib/platform/pages/page-tags";

/** The member of staff who looks; for everybody else there is nothing here. */
export async function requireStaff(): Promise<Member> {
  keepPrivate();
  const actor = await currentActor();
  if (actor.kind !== "member" || !isStaff(actor)) notFound();
  return actor;
}

export async function requireManager(): Promise<Member> {
  const actor = await requireStaff();
  if (!isManager(actor)) notFound();
  return actor;
}
