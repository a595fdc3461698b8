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
import { signInLinkInput } from "./input";
import { mayWriteTo } from "./may-write-to";

/** Mails a link that signs in, or signs up who is new. Says nothing about whether a letter went out. */
export async function requestSignInLink(actor: Actor, input: unknown, device: Device, outer?: Tx): Promise<void> {
  const { email, locale, returnTo } = parseInput(signInLinkInput, input);
  await consume("mailLink", device.address);
  const [member] = await (outer ?? db)
    .select({ id: members.id, verifiedAt: members.emailVerifiedAt, deactivatedAt: members.deactivatedAt })
    .from(members)
    .where(eq(members.email, email));
  if (!(await mayWriteTo(email, { proved: Boolean(member?.verifiedAt) })) || member?.deactivatedAt) return;
  await inTransaction(async (tx) => {
    const token = await createOneTimeToken(tx, "sign_in", { email, memberId: member?.id, locale, returnTo });
    await queueMail(tx, {
      to: email,
      memberId: member?.id,
      locale,
      kind: "sign_in_link",
      values: { path: `/sign-in/link?token=${token}`, minutes: 30 },
    });
    await recordAudit(tx, actor, "member.sign_in_link_requested", { kind: "member", id: member?.id ?? "new" });
  }, outer);
}
