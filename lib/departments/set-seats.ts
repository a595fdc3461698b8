import { and, eq, inArray, isNull } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { agentPresence, agentSkills, members } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { NotFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { setSeatsInput } from "./input";
import { canEditDepartment } from "./permissions";

/** How many chats an agent takes at the same time, and what they know. Running chats go on. */
export async function setSeats(actor: Actor, input: unknown, outer?: Tx): Promise<{ memberId: number; capacity: number }> {
  const { memberId, capacity, skills } = parseInput(setSeatsInput, input);
  const manager = requireMember(actor);
  assertCan(canEditDepartment(manager));
  return inTransaction(async (tx) => {
    const [agent] = await tx
      .select({ id: members.id })
      .from(members)
      .where(and(eq(members.id, memberId), inArray(members.role, ["agent", "manager", "admin"]), isNull(members.deactivatedAt)));
    if (!agent) throw new NotFound();
    await tx
      .insert(agentPresence)
      .values({ memberId, capacity })
      .onConflictDoUpdate({ target: agentPresence.memberId, set: { capacity } });
    if (skills) {
      await tx.delete(agentSkills).where(eq(agentSkills.memberId, memberId));
      const distinct = [...new Set(skills.map((skill) => skill.toLowerCase()))];
      if (distinct.length > 0) await tx.insert(agentSkills).values(distinct.map((skill) => ({ memberId, skill })));
    }
    await recordAudit(tx, manager, "agent.seats_set", { kind: "member", id: memberId }, { capacity, skills });
    return { memberId, capacity };
  }, outer);
}
