import { and, asc, eq, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { bookings, conversations, departments, members, messages, publications, threads } from "@/db/schema";
import type { Packet } from "@/lib/conversations/packet";
import { groupBy } from "@/lib/platform/group-by";

/**
 * What a member said to the company and the company to them, with what was handed over about them. Neither notes nor
 * what the company made of it for itself.
 */
export async function readOwnConversations(memberId: number): Promise<object[]> {
  const isOwn = eq(conversations.askerId, memberId);
  const [rows, said, calls, published] = await Promise.all([
    db
      .select({ conversation: conversations, question: threads.title, department: departments.nameEn })
      .from(conversations)
      .innerJoin(threads, eq(threads.id, conversations.threadId))
      .innerJoin(departments, eq(departments.id, conversations.departmentId))
      .where(isOwn)
      .orderBy(asc(conversations.id)),
    db
      .select({ message: messages, author: members.displayName })
      .from(messages)
      .innerJoin(conversations, eq(conversations.id, messages.conversationId))
      .leftJoin(members, eq(members.id, messages.authorId))
      .where(and(isOwn, ne(messages.visibility, "staff")))
      .orderBy(asc(messages.conversationId), asc(messages.seq)),
    db
      .select({ conversationId: bookings.conversationId, startsAt: bookings.startsAt, phone: bookings.phone, state: bookings.state, createdAt: bookings.createdAt })
      .from(bookings)
      .innerJoin(conversations, eq(conversations.id, bookings.conversationId))
      .where(isOwn),
    db
      .select({ conversationId: publications.conversationId, body: publications.body, state: publications.state, answerId: publications.answerId, decidedAt: publications.decidedAt })
      .from(publications)
      .innerJoin(conversations, eq(conversations.id, publications.conversationId))
      .where(isOwn),
  ]);
  const messagesOf = groupBy(said, ({ message }) => message.conversationId);
  const callsOf = groupBy(calls, ({ conversationId }) => conversationId);
  const publicationOf = new Map(published.map((publication) => [publication.conversationId, publication]));
  return rows.map(({ conversation, question, department }) => {
    const { id, threadId, choice, state, disposition, ratings, createdAt, acceptedAt, closedAt, packet } = conversation;
    return {
      id, threadId, question, department, choice, state, disposition, ratings, createdAt, acceptedAt, closedAt,
      handedOver: handedOver(packet as Partial<Packet>),
      messages: (messagesOf.get(id) ?? []).map(({ message: { seq, authorId, kind, body, createdAt: at }, author }) => ({
        seq, at, from: kind === "system" ? "system" : authorId === memberId ? "you" : author, body,
      })),
      calls: callsOf.get(id) ?? [],
      publication: publicationOf.get(id) ?? null,
    };
  });
}

/** What the agent was told about them; not what others wrote, nor what the agent was advised to ask. */
function handedOver({ frozenAt, summary, facts, tried, searches, articles, device, earlier, hidden }: Partial<Packet>): object {
  return { frozenAt, summary, facts, tried, searches, articles, device, earlier, hidden };
}
