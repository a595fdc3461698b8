import { inTransaction, type Tx } from "@/db/client";
import { departments } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { Conflict } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { createDepartmentInput } from "./input";
import { canCreateDepartment } from "./permissions";

/** Opens a department; categories name the one that looks after them. */
export async function createDepartment(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number }> {
  const values = parseInput(createDepartmentInput, input);
  const admin = requireMember(actor);
  assertCan(canCreateDepartment(admin));
  return inTransaction(async (tx) => {
    const [made] = await tx
      .insert(departments)
      .values({ ...values, createdAt: now() })
      .onConflictDoNothing()
      .returning({ id: departments.id });
    if (!made) throw new Conflict("slug_taken", "error.category.slugTaken");
    await recordAudit(tx, admin, "department.created", { kind: "department", id: made.id });
    return made;
  }, outer);
}
