import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { inTransaction, type Tx } from "@/db/client";
import { agentPresence } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { publishToMembers } from "@/lib/platform/events";
import { parseInput } from "@/lib/platform/parse-input";
import { routeAgain } from "@/lib/queue/end-offer";
import { canDeclarePresence } from "./permissions";
import { hasSignedOff } from "./has-signed-off";
import { declarable, presenceSigns, type PresenceView } from "./presence-view";
import { presenceView } from "./get-presence";
import { tellOfBreak, welcomeBack } from "./welcome-back";

/** A second less than the 45 after which the asker must have heard: who looks does so once a second. */
export const LEASE_MS = 44_000;

export const setPresenceInput = z.object({
  state: z.enum(declarable, "error.chat.presence"),
  sign: z.enum(presenceSigns).default("declaration"),
});

/**
 * Declares whether one is there, and renews the lease: without a repeat within 44 seconds an agent counts as
 * gone. The heartbeat costs one statement.
 */
export async function setPresence(actor: Actor, input: unknown, outer?: Tx): Promise<PresenceView> {
  const { state, sign } = parseInput(setPresenceInput, input);
  const agent = requireMember(actor);
  assertCan(canDeclarePresence(agent));
  return inTransaction(async (tx) => {
    const time = now();
    const leaseUntil = state === "offline" ? time : new Date(time.getTime() + LEASE_MS);
    const [same] = await tx
      .update(agentPresence)
      .set({ leaseUntil })
      .where(sql`${agentPresence.memberId} = ${agent.id} and (${agentPresence.state} = ${state} or ${sign !== "declaration"}) and ${agentPresence.state} <> 'offline'
        and ${agentPresence.leaseUntil} > ${time.toISOString()}::timestamptz and ${state} <> 'offline'`)
      .returning();
    if (same) return presenceView(same);
    const [known] = sign === "beat" ? await tx.select().from(agentPresence).where(eq(agentPresence.memberId, agent.id)) : [];
    if (known && hasSignedOff(known)) return presenceView(known);

    // Conversations are locked before anybody's presence, as everywhere.
    if (state === "break") await tellOfBreak(tx, agent.id);
    else if (state !== "offline") await welcomeBack(tx, agent.id);
    const [before] = await tx.select().from(agentPresence).where(eq(agentPresence.memberId, agent.id)).for("no key update");
    const [after] = await tx
      .insert(agentPresence)
      .values({ memberId: agent.id, state, stateSince: time, leaseUntil })
      .onConflictDoUpdate({
        target: agentPresence.memberId,
        set: { state, leaseUntil, missedOffers: 0, wrapUpUntil: null, wrapUpSeconds: null, ...(before?.state === state ? {} : { stateSince: time }) },
      })
      .returning();
    if (!after) throw new Error("no presence");
    if (before?.state !== state) await recordAudit(tx, agent, "presence.declared", { kind: "member", id: agent.id }, { state });
    await publishToMembers(tx, [agent.id], { type: "presence.changed", state, departed: sign === "departure" });
    for (const departmentId of agent.departments) await routeAgain(tx, departmentId);
    return presenceView(after);
  }, outer);
}
