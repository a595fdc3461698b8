import { eq } from "drizzle-orm";
import { db, inTransaction, type Tx } from "@/db/client";
import { members } from "@/db/schema";
import { queueMail } from "@/lib/mails/queue-mail";
import { recordAudit } from "@/lib/platform/audit";
import { revokeSessions } from "@/lib/platform/auth/revoke-sessions";
import { InvalidInput } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { hashPassword, verifyPassword } from "@/lib/platform/passwords";
import { consume } from "@/lib/platform/rate-limit";
import type { Actor } from "./actor";
import { assertGoodPassword } from "./assert-good-password";
import type { Device, SignedIn } from "./device";
import { changePasswordInput } from "./input";
import { openSession } from "./open-session";
import { ownAccount } from "./own-account";

/** Changes one's password, or sets the first one; ends every session and opens a new one here. */
export async function changePassword(actor: Actor, input: unknown, device: Device, outer?: Tx): Promise<SignedIn> {
  const { current, password } = parseInput(changePasswordInput, input);
  const { id, role, locale } = ownAccount(actor);
  await consume("signInAccount", `change:${id}`);
  const [member] = await (outer ?? db)
    .select({ email: members.email, displayName: members.displayName, passwordHash: members.passwordHash })
    .from(members)
    .where(eq(members.id, id));
  if (member?.passwordHash && !(await verifyPassword(member.passwordHash, current))) {
    throw new InvalidInput({ current: { key: "auth.wrongCurrentPassword" } });
  }
  assertGoodPassword(password, { email: member?.email ?? "", displayName: member?.displayName });
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    await tx.update(members).set({ passwordHash }).where(eq(members.id, id));
    await revokeSessions(tx, id);
    await recordAudit(tx, actor, "member.password_changed", { kind: "member", id });
    if (member?.email) {
      await queueMail(tx, { to: member.email, memberId: id, locale, kind: "password_changed", values: { path: "/reset-password" } });
    }
    return openSession(tx, { id, role, locale }, "password-change", device);
  }, outer);
}
