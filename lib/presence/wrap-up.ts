import { and, eq, isNotNull, lte, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { agentPresence, departmentMembers } from "@/db/schema";
import { findDepartment } from "@/lib/departments/find-department";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { now } from "@/lib/platform/clock";
import { Conflict } from "@/lib/platform/errors";
import { publishToMembers } from "@/lib/platform/events";
import { routeAgain } from "@/lib/queue/end-offer";
import { presenceView } from "./get-presence";
import { canDeclarePresence } from "./permissions";
import type { PresenceView } from "./presence-view";

/**
 * After a chat, an agent who is online gets no offers for as long as the department says. When they came online
 * stays on record: a shift does not begin anew with every chat.
 */
export async function startWrapUp(tx: Tx, agentId: number, departmentId: number): Promise<void> {
  const seconds = (await findDepartment(departmentId, tx)).service.wrapUpSeconds;
  if (seconds === 0) return;
  const [begun] = await tx
    .update(agentPresence)
    .set({ state: "wrap_up", wrapUpUntil: inSeconds(seconds), wrapUpSeconds: seconds })
    .where(and(eq(agentPresence.memberId, agentId), eq(agentPresence.state, "online"), sql`lease_until > ${now().toISOString()}::timestamptz`))
    .returning({ id: agentPresence.memberId });
  if (begun) await publishToMembers(tx, [agentId], { type: "presence.changed", state: "wrap_up" });
}

/** The same time again, once. Asked for again it says the same. */
export async function extendWrapUp(actor: Actor, outer?: Tx): Promise<PresenceView> {
  const agent = requireMember(actor);
  assertCan(canDeclarePresence(agent));
  return inTransaction(async (tx) => {
    const mine = and(eq(agentPresence.memberId, agent.id), eq(agentPresence.state, "wrap_up"));
    const [longer] = await tx
      .update(agentPresence)
      .set({ wrapUpUntil: sql`wrap_up_until + wrap_up_seconds * interval '1 second'`, wrapUpSeconds: null })
      .where(and(mine, isNotNull(agentPresence.wrapUpSeconds)))
      .returning();
    const [same] = longer ? [longer] : await tx.select().from(agentPresence).where(mine);
    if (!same) throw new Conflict("no_wrap_up", "error.chat.noWrapUp");
    await publishToMembers(tx, [agent.id], { type: "presence.changed", state: "wrap_up" });
    return presenceView(same);
  }, outer);
}

/** Whose time is over gets offers again. One of the things the queue's clock looks after. */
export async function endWrapUps(): Promise<void> {
  await inTransaction(async (tx) => {
    const over = await tx
      .update(agentPresence)
      .set({ state: "online", wrapUpUntil: null, wrapUpSeconds: null })
      .where(and(eq(agentPresence.state, "wrap_up"), lte(agentPresence.wrapUpUntil, now())))
      .returning({ id: agentPresence.memberId });
    for (const { id } of over) {
      await publishToMembers(tx, [id], { type: "presence.changed", state: "online" });
      const places = await tx.select({ id: departmentMembers.departmentId }).from(departmentMembers).where(eq(departmentMembers.memberId, id));
      for (const place of places) await routeAgain(tx, place.id);
    }
  });
}

function inSeconds(seconds: number): Date {
  return new Date(now().getTime() + seconds * 1_000);
}
