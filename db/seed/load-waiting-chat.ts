import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { conversations, queueEntries } from "@/db/schema";
import { buildPacket } from "@/lib/conversations/build-packet";
import { joinQueue, priorities } from "@/lib/queue/join-queue";
import { findThread } from "@/lib/threads/find-thread";
import { refreshThreadState } from "@/lib/threads/refresh-thread-state";
import { threads as seedThreads } from "./content/threads";
import { before, person, type World } from "./world";

const DAY_MS = 24 * 60 * 60 * 1000;

/** One asker waits for a human. In the sample they wait for a day, so that a stranger finds them there. */
export async function loadWaitingChat(tx: Tx, world: World): Promise<void> {
  const seed = seedThreads.find((thread) => thread.waitingChat);
  const entry = seed && world.threads.get(seed.key);
  const departmentId = seed?.waiting && world.departments.get(seed.waiting.department);
  if (!seed?.waiting || !entry || !departmentId) throw new Error("The sample has no waiting chat");
  const asker = person(world, seed.author);
  const thread = await findThread(tx, asker, entry.id, { lock: true });
  const enqueuedAt = before(world, seed.waiting.sinceMinutes);
  const [conversation] = await tx
    .insert(conversations)
    .values({ threadId: thread.id, askerId: asker.id, departmentId, packet: await buildPacket(tx, asker, thread), createdAt: enqueuedAt })
    .returning({ id: conversations.id });
  if (!conversation) throw new Error("no conversation");
  await joinQueue(tx, { id: conversation.id, departmentId }, { priority: priorities.unanswered, enqueuedAt });
  await tx
    .update(queueEntries)
    .set({ deadlineAt: new Date(world.startedAt.getTime() + DAY_MS) })
    .where(eq(queueEntries.conversationId, conversation.id));
  await refreshThreadState(tx, thread.id);
}
