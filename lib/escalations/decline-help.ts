import { and, eq, inArray, isNull } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { escalations } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { findThread } from "@/lib/threads/find-thread";
import { isAuthor } from "@/lib/threads/permissions";

/** The asker does not want a human now; the community goes on. Asking for one later is still possible. */
export async function declineHelp(actor: Actor, threadId: unknown, outer?: Tx): Promise<{ declined: boolean }> {
  const id = parseInput(idInput, threadId);
  return inTransaction(async (tx) => {
    const thread = await findThread(tx, actor, id);
    const asker = requireMember(actor);
    assertCan(isAuthor(asker, thread));
    const [declined] = await tx
      .update(escalations)
      .set({ state: "declined" })
      .where(
        and(
          eq(escalations.threadId, id),
          isNull(escalations.stoppedAt),
          inArray(escalations.state, ["unanswered", "nudged", "offered_chat"]),
        ),
      )
      .returning({ id: escalations.id });
    if (declined) {
      await recordAudit(tx, asker, "escalation.declined", { kind: "escalation", id: declined.id }, { threadId: id });
      await invalidatePages(tx, `member-session:${asker.id}`);
    }
    return { declined: true };
  }, outer);
}
