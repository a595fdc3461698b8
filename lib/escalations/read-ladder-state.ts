import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { escalations } from "@/db/schema";
import type { FoundThread } from "@/lib/threads/find-thread";
import { isOpen } from "@/lib/threads/permissions";
import type { ThreadState } from "./ladder";

/** What is true of a thread now, as the ladder asks it. */
export async function readLadderState(
  tx: Tx,
  thread: FoundThread,
  escalation: Pick<typeof escalations.$inferSelect, "id" | "startedAt">,
): Promise<ThreadState> {
  const { rows } = await tx.execute<Record<"answered" | "declined" | "human", boolean>>(sql`
    select
      exists (select 1 from answers where thread_id = ${thread.id} and status = 'published'
        and author_id <> ${thread.authorId} and rejected_at is null) as answered,
      exists (select 1 from escalations where id = ${escalation.id} and state in ('declined', 'queued'))
        or exists (select 1 from conversations where thread_id = ${thread.id} and asker_id = ${thread.authorId}
          and state in ('queued', 'offered', 'active', 'callback', 'message', 'wrap_up')) as declined,
      exists (select 1 from answers join members on members.id = author_id
        where thread_id = ${thread.id} and answers.status = 'published' and members.role in ('agent', 'manager', 'admin')
          and answers.created_at >= ${escalation.startedAt.toISOString()}::timestamptz)
        or exists (select 1 from conversations where thread_id = ${thread.id}
          and last_agent_at >= ${escalation.startedAt.toISOString()}::timestamptz) as human`);
  const row = rows[0];
  return {
    answered: row?.answered === true,
    declined: row?.declined === true,
    humanReply: row?.human === true,
    solved: thread.state === "solved",
    open: isOpen(thread),
  };
}
