import { and, eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { departmentMembers, shifts } from "@/db/schema";
import { canEditDepartment } from "@/lib/departments/permissions";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { NotFound } from "@/lib/platform/errors";
import { publishToTopic } from "@/lib/platform/events";
import { parseInput } from "@/lib/platform/parse-input";
import { planShiftsInput } from "./input";

/** Says when somebody is planned to be there for a department. An empty plan is none. */
export async function planShifts(actor: Actor, input: unknown, outer?: Tx): Promise<void> {
  const { memberId, departmentId, plan } = parseInput(planShiftsInput, input);
  const manager = requireMember(actor);
  assertCan(canEditDepartment(manager));
  await inTransaction(async (tx) => {
    const [works] = await tx
      .select()
      .from(departmentMembers)
      .where(and(eq(departmentMembers.departmentId, departmentId), eq(departmentMembers.memberId, memberId)));
    if (!works) throw new NotFound();
    if (plan.weekly.length === 0 && plan.exceptions.length === 0) {
      await tx.delete(shifts).where(and(eq(shifts.departmentId, departmentId), eq(shifts.memberId, memberId)));
    } else {
      await tx
        .insert(shifts)
        .values({ departmentId, memberId, plan })
        .onConflictDoUpdate({ target: [shifts.departmentId, shifts.memberId], set: { plan } });
    }
    await recordAudit(tx, manager, "shifts.planned", { kind: "member", id: memberId }, { departmentId });
    await publishToTopic(tx, `department:${departmentId}`, { type: "queue.changed" });
  }, outer);
}
