import { and, eq, inArray, isNull } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { departmentMembers, members } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { InvalidInput } from "@/lib/platform/errors";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { routeAgain } from "@/lib/queue/end-offer";
import { findDepartment } from "./find-department";
import { setDepartmentMembersInput } from "./input";
import { canEditDepartment } from "./permissions";

/** Says who belongs to a department: staff only. What somebody is working on stays theirs. */
export async function setDepartmentMembers(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number; memberIds: number[] }> {
  const { id, memberIds } = parseInput(setDepartmentMembersInput, input);
  const manager = requireMember(actor);
  assertCan(canEditDepartment(manager));
  return inTransaction(async (tx) => {
    await findDepartment(id, tx);
    const wanted = [...new Set(memberIds)].sort((a, b) => a - b);
    const staff = await tx
      .select({ id: members.id })
      .from(members)
      .where(and(inArray(members.id, wanted), inArray(members.role, ["agent", "manager", "admin"]), isNull(members.deactivatedAt)));
    if (staff.length !== wanted.length) throw new InvalidInput({ memberIds: { key: "error.invalidValue" } });
    const before = await tx.delete(departmentMembers).where(eq(departmentMembers.departmentId, id)).returning({ id: departmentMembers.memberId });
    if (wanted.length > 0) await tx.insert(departmentMembers).values(wanted.map((memberId) => ({ departmentId: id, memberId })));
    await recordAudit(tx, manager, "department.staffed", { kind: "department", id }, { memberIds: wanted });
    await invalidatePages(tx, ...[...wanted, ...before.map((row) => row.id)].map((memberId) => `member-session:${memberId}`));
    await routeAgain(tx, id);
    return { id, memberIds: wanted };
  }, outer);
}
