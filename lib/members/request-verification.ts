import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { members } from "@/db/schema";
import { recordAudit } from "@/lib/platform/audit";
import type { Actor } from "./actor";
import { mayWriteTo } from "./may-write-to";
import { ownAccount } from "./own-account";
import { sendVerification } from "./send-verification";

/** Sends the letter that proves one's address once more, at most once a day. */
export async function requestVerification(actor: Actor, outer?: Tx): Promise<{ sent: boolean }> {
  const { id } = ownAccount(actor);
  return inTransaction(async (tx) => {
    const [member] = await tx
      .select({ email: members.email, locale: members.locale, verifiedAt: members.emailVerifiedAt })
      .from(members)
      .where(eq(members.id, id));
    if (!member?.email || member.verifiedAt || !(await mayWriteTo(member.email))) return { sent: false };
    await sendVerification(tx, { id, email: member.email, locale: member.locale });
    await recordAudit(tx, actor, "member.verification_requested", { kind: "member", id });
    return { sent: true };
  }, outer);
}
