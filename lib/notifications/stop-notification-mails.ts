import { eq } from "drizzle-orm";
import { z } from "zod";
import { inTransaction, type Tx } from "@/db/client";
import { members } from "@/db/schema";
import { type Actor, system } from "@/lib/members/actor";
import { recordAudit } from "@/lib/platform/audit";
import { NotFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { isUnsubscribeProof } from "./unsubscribe-path";

const input = z.object({ member: z.coerce.number().int().positive(), proof: z.string().max(100) });

/** Stops letters for whoever holds a letter's link; who acts does not matter, the proof does. */
export async function stopNotificationMails(_actor: Actor, wanted: unknown, outer?: Tx): Promise<void> {
  const { member, proof } = parseInput(input, wanted);
  if (!isUnsubscribeProof(member, proof)) throw new NotFound();
  await inTransaction(async (tx) => {
    await tx.update(members).set({ mailNotifications: false }).where(eq(members.id, member));
    await recordAudit(tx, system("unsubscribe"), "member.mail_stopped", { kind: "member", id: member });
  }, outer);
}
