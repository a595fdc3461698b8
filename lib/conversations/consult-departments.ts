import { and, eq, inArray, isNull, ne, notInArray, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { consults, conversations, members } from "@/db/schema";
import { loadDepartments } from "@/lib/departments/load-departments";
import type { Member } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { publishToMembers, publishToTopic } from "@/lib/platform/events";
import { mentioned } from "@/lib/platform/language/mentioned";
import type { MessageView } from "./conversation-view";
import { recordConversationEvent } from "./record-conversation-event";

/** A colleague who is asked beside a running chat answers within this time. */
export const CONSULT_MS = 10 * 60_000;

/**
 * A note that names departments or colleagues ("@orders: is it paid?") asks them, with a time of its own; a note
 * from one that was asked is its answer. The customer stays where they are and never learns of either.
 */
export async function consultDepartments(tx: Tx, author: Member, { conversationId, seq, body }: MessageView): Promise<void> {
  await answerConsults(tx, author, conversationId);
  const named = mentioned(body);
  if (named.size === 0) return;
  const ask = async (asked: { departmentId: number } | { memberId: number }, name: string) => {
    const dueAt = new Date(now().getTime() + CONSULT_MS);
    await tx.insert(consults).values({ conversationId, ...asked, askedById: author.id, seq, createdAt: now(), dueAt });
    await recordConversationEvent(tx, conversationId, author, "consulted", { name, seq });
  };
  for (const { id, slug } of (await loadDepartments(tx)).filter(({ slug }) => named.has(slug))) {
    await ask({ departmentId: id }, slug);
    await publishToTopic(tx, `department:${id}`, { type: "queue.changed" });
  }
  for (const { id, name } of await findColleagues(tx, author, conversationId, [...named])) {
    await ask({ memberId: id }, name);
    await publishToMembers(tx, [id], { type: "queue.changed" });
  }
}

/** Staff of these names, but for the author and whoever asks here as a customer. */
function findColleagues(tx: Tx, author: Member, conversationId: number, names: string[]): Promise<{ id: number; name: string }[]> {
  const asker = tx.select({ id: conversations.askerId }).from(conversations).where(eq(conversations.id, conversationId));
  return tx
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(
      and(
        inArray(members.name, names),
        inArray(members.role, ["agent", "manager", "admin"]),
        isNull(members.deactivatedAt),
        ne(members.id, author.id),
        notInArray(members.id, asker),
      ),
    );
}

/** By whoever was asked or belongs to the department that was, and did not ask themselves. */
async function answerConsults(tx: Tx, author: Member, conversationId: number): Promise<void> {
  const answered = await tx
    .update(consults)
    .set({ answeredAt: now(), answeredById: author.id })
    .where(
      and(
        eq(consults.conversationId, conversationId),
        isNull(consults.answeredAt),
        or(inArray(consults.departmentId, author.departments), eq(consults.memberId, author.id)),
        or(isNull(consults.askedById), ne(consults.askedById, author.id)),
      ),
    )
    .returning({ departmentId: consults.departmentId });
  for (const { departmentId } of answered) if (departmentId !== null) await publishToTopic(tx, `department:${departmentId}`, { type: "queue.changed" });
}
