import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { setAcceptance } from "@/lib/answers/set-acceptance";
import type { FoundConversation } from "@/lib/conversations/find-conversation";
import type { Actor } from "@/lib/members/actor";
import { InvalidInput } from "@/lib/platform/errors";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { medianSeatTime } from "./estimate-wait";
import { readSeatTimes } from "./read-seats";

/**
 * An answer of the community came before the agent: it becomes the solution, and its author is credited with what
 * a chat takes here. Who answers themselves, or for the company, saved nobody anything.
 */
export async function creditAnswer(tx: Tx, asker: Actor, { id, threadId, departmentId }: FoundConversation, answerId: number): Promise<void> {
  const accepted = await setAcceptance(asker, answerId, true, tx);
  if (accepted.threadId !== threadId) throw new InvalidInput({ answerId: { key: "error.chat.link" } });
  const seconds = medianSeatTime((await readSeatTimes(tx, departmentId)).map((taken) => taken.seconds));
  const { rows } = await tx.execute<{ author_id: string }>(sql`
    update conversations set linked_answer_id = answers.id,
      saved_seconds = case when author_id <> asker_id and members.role in ('member', 'expert') then ${Math.round(seconds)}::int end
    from answers join members on members.id = author_id
    where conversations.id = ${id} and answers.id = ${answerId}
    returning author_id`);
  await invalidatePages(tx, ...rows.map((row) => `member:${row.author_id}`));
}
