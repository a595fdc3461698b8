import { inTransaction, type Tx } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { parseInput } from "@/lib/platform/parse-input";
import { changeCommentStatus } from "./change-comment-status";
import { findComment } from "./find-comment";
import { deleteCommentInput } from "./input";
import { canDeleteComment } from "./permissions";

/** Takes a comment away; its row stays for managers. */
export async function deleteComment(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number; threadId: number }> {
  const { id, reason } = parseInput(deleteCommentInput, input);
  return inTransaction(async (tx) => {
    const { comment, thread } = await findComment(tx, actor, id);
    const member = requireMember(actor);
    assertCan(canDeleteComment(member, comment));
    await changeCommentStatus(tx, member, id, "deleted", reason || null);
    return { id, threadId: thread.id };
  }, outer);
}
