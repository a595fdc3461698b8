import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { members } from "@/db/schema";
import { recordAudit } from "@/lib/platform/audit";
import { refreshMember, revokeSessions } from "@/lib/platform/auth/revoke-sessions";
import { now } from "@/lib/platform/clock";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { hashPassword } from "@/lib/platform/passwords";
import type { Actor } from "./actor";
import { saveMemberInput } from "./input";
import { insertMember } from "./insert-member";
import { canSetRole } from "./permissions";
import { assertCan } from "./require-member";
import { setRole } from "./set-role";

export type SavedMember = { id: number; name: string; created: boolean; changed: ("name" | "role" | "password")[] };

/**
 * Makes the member with this address, or brings the one there is to this name, role and password. For
 * operators: the address counts as proved, and the password is theirs to choose.
 */
export async function saveMember(actor: Actor, input: unknown, outer?: Tx): Promise<SavedMember> {
  const wanted = parseInput(saveMemberInput, input);
  assertCan(canSetRole(actor));
  const { email, displayName, role } = wanted;
  const passwordHash = wanted.password === undefined ? null : await hashPassword(wanted.password);
  return inTransaction(async (tx) => {
    const created = await insertMember(tx, {
      ...{ email, displayName, role, passwordHash, emailVerifiedAt: now() },
      locale: wanted.locale ?? "en",
    });
    const [member] = await tx
      .select({ id: members.id, name: members.name, displayName: members.displayName, role: members.role })
      .from(members)
      .where(eq(members.email, email))
      .for("update");
    if (!member) throw new Error(`${email} vanished`);
    const { id, name } = member;
    if (created !== null) {
      await recordAudit(tx, actor, "member.created", { kind: "member", id }, { role });
      return { id, name, created: true, changed: [] };
    }
    const changed: SavedMember["changed"] = [];
    if (member.displayName !== displayName) changed.push("name");
    if (member.role !== role) changed.push("role");
    if (passwordHash) changed.push("password");
    await tx
      .update(members)
      .set({ displayName, ...(passwordHash ? { passwordHash } : {}), deactivatedAt: null })
      .where(eq(members.id, id));
    await setRole(actor, { memberId: id, role }, tx);
    if (passwordHash) await revokeSessions(tx, id);
    await refreshMember(tx, id);
    await invalidatePages(tx, `member:${id}`);
    if (changed.length) await recordAudit(tx, actor, "member.saved", { kind: "member", id }, { changed });
    return { id, name, created: false, changed };
  }, outer);
}
