import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { macros } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { findMacro } from "./find-macro";
import { canEditMacro } from "./permissions";

export async function deleteMacro(actor: Actor, macroId: unknown, outer?: Tx): Promise<void> {
  const id = parseInput(idInput, macroId);
  await inTransaction(async (tx) => {
    const { macro, member } = await findMacro(tx, actor, id);
    assertCan(canEditMacro(member, macro));
    await tx.delete(macros).where(eq(macros.id, id));
    await recordAudit(tx, member, "macro.deleted", { kind: "macro", id });
  }, outer);
}
