import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { answers } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { NotFound } from "@/lib/platform/errors";
import { type FoundThread, findThread } from "@/lib/threads/find-thread";
import { visibleAnswers } from "./visible";

export type FoundAnswer = typeof answers.$inferSelect;

/** The answer and its thread as `actor` may see them; throws NotFound otherwise. `lock` holds the thread, then the answer. */
export async function findAnswer(
  tx: Pick<Tx, "select">,
  actor: Actor,
  id: number,
  { lock = false }: { lock?: boolean } = {},
): Promise<{ answer: FoundAnswer; thread: FoundThread }> {
  const [place] = await tx.select({ threadId: answers.threadId }).from(answers).where(eq(answers.id, id));
  if (!place) throw new NotFound();
  const thread = await findThread(tx, actor, place.threadId, { lock });
  const query = tx.select().from(answers).where(and(eq(answers.id, id), visibleAnswers(actor)));
  const [answer] = lock ? await query.for("no key update") : await query;
  if (!answer) throw new NotFound();
  return { answer, thread };
}
