import { and, eq, isNull, not } from "drizzle-orm";
import { z } from "zod";
import { inTransaction, type Tx } from "@/db/client";
import { files, members } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { refreshMember } from "@/lib/platform/auth/revoke-sessions";
import { NotFound } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";

export const chooseAvatarInput = z.object({ fileId: z.string().min(1).max(64).nullable() });

/** Takes one of one's own pictures to be shown beside one's name; null goes back to the letters. Tells what was shown before. */
export async function chooseAvatar(actor: Actor, input: unknown, outer?: Tx): Promise<{ fileId: string | null; before: string | null }> {
  const { fileId } = parseInput(chooseAvatarInput, input);
  const { id } = requireMember(actor);
  return inTransaction(async (tx) => {
    const [member] = await tx.select({ before: members.avatarFileId }).from(members).where(eq(members.id, id)).for("update");
    if (!member) throw new NotFound();
    if (member.before === fileId) return { fileId, before: fileId };
    // What belongs to a conversation or an article stays among those who may see it.
    const mine = and(eq(files.id, fileId ?? ""), eq(files.ownerId, id), isNull(files.conversationId), isNull(files.articleId), not(files.ownerOnly));
    if (fileId !== null && (await tx.select({ id: files.id }).from(files).where(mine)).length === 0) throw new NotFound();
    await tx.update(members).set({ avatarFileId: fileId }).where(eq(members.id, id));
    await recordAudit(tx, actor, fileId === null ? "member.avatar_removed" : "member.avatar_chosen", { kind: "member", id }, { fileId });
    await invalidatePages(tx, `member:${id}`);
    await refreshMember(tx, id);
    // The picture stands on every page this member wrote on, as the name does.
    await enqueue(tx, "member.renamed", { memberId: id });
    return { fileId, before: member.before };
  }, outer);
}
