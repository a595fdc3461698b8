import { randomUUID } from "node:crypto";
import type { Tx } from "@/db/client";
import { conversations, messages, publications } from "@/db/schema";
import { postAnswer } from "@/lib/answers/post-answer";
import { buildPacket } from "@/lib/conversations/build-packet";
import { findThread } from "@/lib/threads/find-thread";
import type { SeedThread } from "./content/types";
import { crowd, loadVotes } from "./load-crowd";
import { after, at, person, type World } from "./world";

/** A conversation that has ended: written as it was, and its result published through the act. */
export async function loadChat(tx: Tx, world: World, seed: SeedThread, threadId: number, start: Date): Promise<number | null> {
  const { chat } = seed;
  if (!chat) return null;
  const asker = person(world, seed.author);
  const agent = person(world, chat.agent);
  const departmentId = world.departments.get(chat.department);
  if (!departmentId) throw new Error(`no department ${chat.department}`);
  const said = chat.messages.filter((message) => message.from !== "note");
  const firstReply = said.find((message) => message.from === "agent");
  const closedAt = after(world, start, chat.closedAfterMinutes);
  const queuedAt = after(world, start, chat.queuedAfterMinutes);
  const [conversation] = await tx
    .insert(conversations)
    .values({
      threadId,
      askerId: asker.id,
      departmentId,
      agentId: agent.id,
      state: "closed",
      packet: await at(queuedAt, async () => buildPacket(tx, asker, await findThread(tx, asker, threadId))),
      lastSeq: chat.messages.length,
      fence: 1,
      disposition: chat.disposition,
      ratings: { fast: chat.rating, clear: chat.rating, fair: chat.rating },
      createdAt: queuedAt,
      acceptedAt: after(world, start, chat.acceptedAfterMinutes),
      firstReplyAt: firstReply ? after(world, start, firstReply.afterMinutes) : null,
      closedAt,
      closedById: agent.id,
    })
    .returning({ id: conversations.id });
  if (!conversation) throw new Error("no conversation");
  await tx.insert(messages).values(
    chat.messages.map((message, index) => ({
      conversationId: conversation.id,
      seq: index + 1,
      clientId: randomUUID(),
      authorId: message.from === "asker" ? asker.id : agent.id,
      visibility: message.from === "note" ? ("staff" as const) : ("all" as const),
      body: message.body,
      createdAt: after(world, start, message.afterMinutes),
    })),
  );
  const publishedAt = after(world, start, chat.publishedAfterMinutes);
  const { id } = await at(publishedAt, () => postAnswer(agent, { threadId, body: chat.publishedAnswer, conversationId: conversation.id }, tx));
  await tx.insert(publications).values({
    conversationId: conversation.id,
    pickedSeqs: chat.messages.flatMap((message, index) => (message.from === "agent" ? [index + 1] : [])),
    body: chat.publishedAnswer,
    state: "published",
    reviewedById: agent.id,
    answerId: id,
    createdAt: closedAt,
    decidedAt: publishedAt,
  });
  await loadVotes(tx, crowd(world, asker, chat.helpful, id), chat.helpful, { answerId: id, threadId }, publishedAt);
  return id;
}
