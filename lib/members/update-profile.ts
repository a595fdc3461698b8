import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { members } from "@/db/schema";
import { recordAudit } from "@/lib/platform/audit";
import { refreshMember } from "@/lib/platform/auth/revoke-sessions";
import { enqueue } from "@/lib/platform/jobs";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import type { Actor } from "./actor";
import { updateProfileInput } from "./input";
import { requireMember } from "./require-member";

/** Changes how one is shown and what one is written about. The handle stays: others link to it. */
export async function updateProfile(actor: Actor, input: unknown, outer?: Tx): Promise<void> {
  const wanted = parseInput(updateProfileInput, input);
  const { id } = requireMember(actor);
  await inTransaction(async (tx) => {
    const [before] = await tx.select({ displayName: members.displayName }).from(members).where(eq(members.id, id)).for("update");
    await tx.update(members).set(wanted).where(eq(members.id, id));
    await recordAudit(tx, actor, "member.profile_updated", { kind: "member", id });
    await invalidatePages(tx, `member:${id}`);
    await refreshMember(tx, id);
    // The name stands on every page this member wrote on.
    if (before?.displayName !== wanted.displayName) await enqueue(tx, "member.renamed", { memberId: id });
  }, outer);
}
