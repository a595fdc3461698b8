import { eq } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { answers, comments, searchOutbox, threads } from "@/db/schema";
import { enqueue } from "@/lib/platform/jobs";
import { invalidatePages } from "@/lib/platform/pages/page-tags";

/** A notice of the database takes 8 kB; so many tags fit well. */
const BATCH = 200;

/** After a rename: every page this member wrote on is drawn again, and what search shows of them is written anew. */
export async function refreshName({ memberId }: { memberId: number }): Promise<void> {
  const asked = db.select({ id: threads.id }).from(threads).where(eq(threads.authorId, memberId));
  const answered = db.select({ id: answers.threadId }).from(answers).where(eq(answers.authorId, memberId));
  const commented = db.select({ id: comments.threadId }).from(comments).where(eq(comments.authorId, memberId));
  const own = (await asked).map(({ id }) => id);
  const all = [...new Set([...own, ...(await answered.union(commented)).map(({ id }) => id)])];
  for (let start = 0; start < all.length; start += BATCH) {
    const batch = all.slice(start, start + BATCH);
    await inTransaction(async (tx) => {
      await invalidatePages(tx, ...batch.map((id) => `thread:${id}`));
      const documents = batch.filter((id) => own.includes(id)).map((docId) => ({ kind: "thread", docId }));
      if (documents.length) await tx.insert(searchOutbox).values(documents);
      await enqueue(tx, "search.index", {}, { jobKey: "search.index" });
    });
  }
}
