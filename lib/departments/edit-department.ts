import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { departments } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { InvalidInput } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { routeAgain } from "@/lib/queue/end-offer";
import { findDepartment } from "./find-department";
import { editDepartmentInput } from "./input";
import { loadDepartments } from "./load-departments";
import { canEditDepartment } from "./permissions";

/** Changes names and opening hours. Ladders that run keep the due times they were given. */
export async function editDepartment(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number }> {
  const { id, ...changes } = parseInput(editDepartmentInput, input);
  const manager = requireMember(actor);
  assertCan(canEditDepartment(manager));
  return inTransaction(async (tx) => {
    await findDepartment(id, tx);
    if (changes.service?.helpedBy) await assertOther(tx, id, changes.service.helpedBy);
    if (Object.keys(changes).length === 0) return { id };
    await tx.update(departments).set(changes).where(eq(departments.id, id));
    await recordAudit(tx, manager, "department.edited", { kind: "department", id }, { changed: Object.keys(changes) });
    await routeAgain(tx, id);
    return { id };
  }, outer);
}

async function assertOther(tx: Tx, id: number, helpedBy: number): Promise<void> {
  const others = (await loadDepartments(tx)).filter((department) => department.id !== id);
  if (!others.some((department) => department.id === helpedBy)) throw new InvalidInput({ "service.helpedBy": { key: "error.invalidValue" } });
}
