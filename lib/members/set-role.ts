import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { members } from "@/db/schema";
import { recordAudit } from "@/lib/platform/audit";
import { revokeSessions } from "@/lib/platform/auth/revoke-sessions";
import { Conflict, NotFound } from "@/lib/platform/errors";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import type { Actor } from "./actor";
import { setRoleInput } from "./input";
import { canSetRole } from "./permissions";
import { assertCan, requireMember } from "./require-member";

/** Gives a member another role, at once: they are signed out everywhere and come back with the new one. */
export async function setRole(actor: Actor, input: unknown, outer?: Tx): Promise<void> {
  const { memberId, role } = parseInput(setRoleInput, input);
  if (actor.kind !== "system") requireMember(actor);
  assertCan(canSetRole(actor));
  await inTransaction(async (tx) => {
    const [member] = await tx.select({ role: members.role }).from(members).where(eq(members.id, memberId)).for("update");
    if (!member) throw new NotFound();
    if (member.role === role) return;
    if (actor.kind === "member" && actor.id === memberId) throw new Conflict("own_role", "members.ownRole");
    await tx.update(members).set({ role }).where(eq(members.id, memberId));
    await revokeSessions(tx, memberId);
    await invalidatePages(tx, `member:${memberId}`);
    await recordAudit(tx, actor, "member.role_set", { kind: "member", id: memberId }, { from: member.role, to: role });
  }, outer);
}
