import { and, eq, inArray, isNull, ne, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { consults } from "@/db/schema";
import { loadDepartments } from "@/lib/departments/load-departments";
import type { Member } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { publishToTopic } from "@/lib/platform/events";
import { mentioned } from "@/lib/platform/language/mentioned";
import type { MessageView } from "./conversation-view";
import { recordConversationEvent } from "./record-conversation-event";

/** A colleague who is asked beside a running chat answers within this time. */
export const CONSULT_MS = 10 * 60_000;

/**
 * A note that names departments ("@orders: is it paid?") asks them, with a time of its own; a note from one that
 * was asked is its answer. The customer stays where they are and never learns of either.
 */
export async function consultDepartments(tx: Tx, author: Member, { conversationId, seq, body }: MessageView): Promise<void> {
  await answerConsults(tx, author, conversationId);
  const named = mentioned(body);
  if (named.size === 0) return;
  const asked = (await loadDepartments(tx)).filter(({ slug }) => named.has(slug));
  for (const { id, slug } of asked) {
    const dueAt = new Date(now().getTime() + CONSULT_MS);
    await tx.insert(consults).values({ conversationId, departmentId: id, askedById: author.id, seq, createdAt: now(), dueAt });
    await recordConversationEvent(tx, conversationId, author, "consulted", { department: slug, seq });
    await publishToTopic(tx, `department:${id}`, { type: "queue.changed" });
  }
}

/** By whoever belongs to the department that was asked, and did not ask themselves. */
async function answerConsults(tx: Tx, author: Member, conversationId: number): Promise<void> {
  if (author.departments.length === 0) return;
  const answered = await tx
    .update(consults)
    .set({ answeredAt: now(), answeredById: author.id })
    .where(
      and(
        eq(consults.conversationId, conversationId),
        isNull(consults.answeredAt),
        inArray(consults.departmentId, author.departments),
        or(isNull(consults.askedById), ne(consults.askedById, author.id)),
      ),
    )
    .returning({ departmentId: consults.departmentId });
  for (const { departmentId } of answered) await publishToTopic(tx, `department:${departmentId}`, { type: "queue.changed" });
}
