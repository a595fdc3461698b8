import { and, eq } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { categories, threads } from "@/db/schema";
import { notify } from "./notify";
import { findMentioned } from "./tell-of-answer";

/** After a thread: those it mentions. */
export async function tellOfThread({ threadId, mentions = [] }: { threadId: number; mentions?: string[] }): Promise<void> {
  await inTransaction(async (tx) => {
    const [thread] = await tx
      .select({ authorId: threads.authorId, title: threads.title, slug: threads.slug, audience: categories.audience })
      .from(threads)
      .innerJoin(categories, eq(categories.id, threads.categoryId))
      .where(and(eq(threads.id, threadId), eq(threads.status, "published")));
    if (!thread) return;
    for (const memberId of await findMentioned(tx, mentions, thread.audience)) {
      await notify(tx, { memberId, kind: "mentioned", path: `/t/${threadId}/${thread.slug}`, values: { title: thread.title }, actorId: thread.authorId, threadId, dedupeKey: `thread:${threadId}` });
    }
  });
}
