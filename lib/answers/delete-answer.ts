import { inTransaction, type Tx } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { Forbidden } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { isAuthor } from "@/lib/threads/permissions";
import { changeAnswerStatus } from "./change-answer-status";
import { findAnswer } from "./find-answer";
import { deleteAnswerInput } from "./input";
import { canDeleteAnswer } from "./permissions";

/** Takes an answer away; its row stays for managers. */
export async function deleteAnswer(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number; threadId: number }> {
  const { id, reason } = parseInput(deleteAnswerInput, input);
  return inTransaction(async (tx) => {
    const { answer, thread } = await findAnswer(tx, actor, id, { lock: true });
    const member = requireMember(actor);
    const allowed = canDeleteAnswer(member, answer);
    if (!allowed && isAuthor(member, answer)) throw new Forbidden("error.answer.isSolution");
    assertCan(allowed);
    await changeAnswerStatus(tx, member, id, "deleted", reason || null);
    return { id, threadId: thread.id };
  }, outer);
}
