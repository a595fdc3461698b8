import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { macros } from "@/db/schema";
import { listLeadIds } from "@/lib/departments/list-staff-ids";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { notify } from "@/lib/notifications/notify";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { InvalidInput } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { findMacro } from "./find-macro";
import { canProposeMacro } from "./permissions";

/** Asks the managers to make a reply of one's own everybody's in the departments it names. */
export async function proposeMacro(actor: Actor, macroId: unknown, outer?: Tx): Promise<void> {
  const id = parseInput(idInput, macroId);
  await inTransaction(async (tx) => {
    const { macro, member } = await findMacro(tx, actor, id);
    assertCan(canProposeMacro(member, macro));
    if (macro.departments.length === 0) throw new InvalidInput({ departments: { key: "error.macro.forWhom" } });
    await tx.update(macros).set({ state: "proposed", reason: "", updatedAt: now() }).where(eq(macros.id, id));
    await recordAudit(tx, member, "macro.proposed", { kind: "macro", id });
    const values = { actor: member.displayName, de: macro.nameDe, en: macro.nameEn };
    for (const memberId of await listLeadIds(tx, ["manager"])) {
      await notify(tx, { memberId, kind: "macro_proposed", path: "/staff/macros", values, actorId: member.id });
    }
  }, outer);
}
