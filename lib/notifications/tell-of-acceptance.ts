import { and, eq, isNotNull } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { answers, threads } from "@/db/schema";
import { notify } from "./notify";

/** After an answer was accepted: its author. Nobody is told when it was un-accepted again meanwhile. */
export async function tellOfAcceptance({ answerId, threadId }: { answerId: number; threadId: number }): Promise<void> {
  await inTransaction(async (tx) => {
    const [answer] = await tx
      .select({ authorId: answers.authorId, by: answers.acceptedById, title: threads.title, slug: threads.slug })
      .from(answers)
      .innerJoin(threads, eq(threads.id, answers.threadId))
      .where(and(eq(answers.id, answerId), isNotNull(answers.acceptedAt), eq(answers.status, "published")));
    if (!answer) return;
    const path = `/t/${threadId}/${answer.slug}#answer-${answerId}`;
    await notify(tx, { memberId: answer.authorId, kind: "answer_accepted", path, values: { title: answer.title }, actorId: answer.by, threadId, dedupeKey: `accepted:${answerId}` });
  });
}
