import { and, eq, inArray } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { accessTokens, conversations, members, oneTimeTokens, pushSubscriptions } from "@/db/schema";
import { openStates } from "@/lib/conversations/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { revokeSessions } from "@/lib/platform/auth/revoke-sessions";
import { now } from "@/lib/platform/clock";
import { Conflict, InvalidInput } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs";
import { parseInput } from "@/lib/platform/parse-input";
import { verifyPassword } from "@/lib/platform/passwords";
import { consume } from "@/lib/platform/rate-limit";
import type { Actor } from "./actor";
import { deleteAccountInput } from "./input";
import { ownAccount } from "./own-account";
import { canDeleteAccount } from "./permissions";
import { assertCan } from "./require-member";

/** Closes one's account at once and for ever; what it held is erased by a job, as soon as nobody holds it. */
export async function deleteAccount(actor: Actor, input: unknown, outer?: Tx): Promise<void> {
  const { current } = parseInput(deleteAccountInput, input);
  const { id, name } = ownAccount(actor);
  assertCan(canDeleteAccount(actor));
  await consume("signInAccount", `delete:${id}`);
  await inTransaction(async (tx) => {
    const [member] = await tx.select({ passwordHash: members.passwordHash }).from(members).where(eq(members.id, id)).for("update");
    // Who signs in by letter or through their company has no password: they write their name.
    const isRight = member?.passwordHash ? await verifyPassword(member.passwordHash, current) : current.trim() === name;
    if (!isRight) throw new InvalidInput({ current: { key: member?.passwordHash ? "auth.wrongCurrentPassword" : "error.account.name" } });
    const isOpen = inArray(conversations.state, openStates);
    const [talk] = await tx.select({ id: conversations.id }).from(conversations).where(and(eq(conversations.askerId, id), isOpen)).limit(1);
    if (talk) throw new Conflict("still_talking", "error.account.talking");
    await tx.update(members).set({ deactivatedAt: now(), deletedAt: now() }).where(eq(members.id, id));
    await revokeSessions(tx, id);
    for (const key of [accessTokens, oneTimeTokens, pushSubscriptions]) await tx.delete(key).where(eq(key.memberId, id));
    await recordAudit(tx, actor, "member.deleted", { kind: "member", id });
    await enqueue(tx, "member.deleted", {});
  }, outer);
}
