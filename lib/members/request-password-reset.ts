import { eq } from "drizzle-orm";
import { db, inTransaction, type Tx } from "@/db/client";
import { members } from "@/db/schema";
import { queueMail } from "@/lib/mails/queue-mail";
import { recordAudit } from "@/lib/platform/audit";
import { createOneTimeToken } from "@/lib/platform/auth/one-time-tokens";
import { parseInput } from "@/lib/platform/parse-input";
import { consume } from "@/lib/platform/rate-limit";
import type { Actor } from "./actor";
import type { Device } from "./device";
import { passwordResetInput } from "./input";
import { mayWriteTo } from "./may-write-to";

/** Mails a link to a new password. An unknown address gets nothing, and the one who asks is not told. */
export async function requestPasswordReset(actor: Actor, input: unknown, device: Device, outer?: Tx): Promise<void> {
  const { email, locale } = parseInput(passwordResetInput, input);
  await consume("mailLink", device.address);
  const [member] = await (outer ?? db)
    .select({ id: members.id, verifiedAt: members.emailVerifiedAt, deactivatedAt: members.deactivatedAt })
    .from(members)
    .where(eq(members.email, email));
  const mayWrite = await mayWriteTo(email, { proved: Boolean(member?.verifiedAt) });
  if (!member || member.deactivatedAt || !mayWrite) return;
  await inTransaction(async (tx) => {
    const token = await createOneTimeToken(tx, "reset_password", { email, memberId: member.id, locale });
    await queueMail(tx, {
      to: email,
      memberId: member.id,
      locale,
      kind: "reset_password",
      values: { path: `/reset-password?token=${token}`, minutes: 30 },
    });
    await recordAudit(tx, actor, "member.password_reset_requested", { kind: "member", id: member.id });
  }, outer);
}
