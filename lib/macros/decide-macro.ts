import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { macros } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { notify } from "@/lib/notifications/notify";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { Conflict } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { findMacro } from "./find-macro";
import { refuseMacroInput } from "./input";
import { canApproveMacros, canDecideMacro } from "./permissions";

/** All who work in its departments may use it from now on. */
export async function approveMacro(actor: Actor, macroId: unknown, outer?: Tx): Promise<void> {
  await decide(actor, parseInput(idInput, macroId), { state: "approved", reason: "" }, outer);
}

/** It stays its author's own; they are told why, may change it and propose it anew. */
export async function refuseMacro(actor: Actor, input: unknown, outer?: Tx): Promise<void> {
  const { id, reason } = parseInput(refuseMacroInput, input);
  await decide(actor, id, { state: "refused", reason }, outer);
}

async function decide(actor: Actor, id: number, decision: { state: "approved" | "refused"; reason: string }, outer?: Tx): Promise<void> {
  await inTransaction(async (tx) => {
    const { macro, member } = await findMacro(tx, actor, id);
    assertCan(canApproveMacros(member));
    if (!canDecideMacro(member, macro)) throw new Conflict("not_proposed", "error.macro.notProposed");
    await tx.update(macros).set({ ...decision, updatedAt: now() }).where(eq(macros.id, id));
    await recordAudit(tx, member, `macro.${decision.state}`, { kind: "macro", id }, { reason: decision.reason });
    if (macro.ownerId === null) return;
    const values = { de: macro.nameDe, en: macro.nameEn, reason: decision.reason };
    await notify(tx, { memberId: macro.ownerId, kind: `macro_${decision.state}`, path: "/staff/macros", values, actorId: member.id });
  }, outer);
}
