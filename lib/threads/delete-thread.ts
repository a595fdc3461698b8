import { inTransaction, type Tx } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { Forbidden } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { changeThreadStatus } from "./change-thread-status";
import { findThread } from "./find-thread";
import { deleteThreadInput } from "./input";
import { canDeleteThread, isAuthor } from "./permissions";

/** Takes a thread away; its row stays for managers. Askers may while there is no answer. */
export async function deleteThread(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number }> {
  const { id, reason } = parseInput(deleteThreadInput, input);
  return inTransaction(async (tx) => {
    const thread = await findThread(tx, actor, id, { lock: true });
    const member = requireMember(actor);
    if (isAuthor(member, thread) && !canDeleteThread(member, thread)) throw new Forbidden("error.thread.hasAnswers");
    assertCan(canDeleteThread(member, thread));
    await changeThreadStatus(tx, member, id, "deleted", reason || null);
    return { id };
  }, outer);
}
