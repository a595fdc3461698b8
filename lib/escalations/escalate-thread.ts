import { and, eq, inArray, isNull } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { conversations, escalations } from "@/db/schema";
import { buildPacket } from "@/lib/conversations/build-packet";
import { escalateInput } from "@/lib/conversations/input";
import { openStates } from "@/lib/conversations/permissions";
import { recordConversationEvent } from "@/lib/conversations/record-conversation-event";
import { sayInConversation } from "@/lib/conversations/say-in-conversation";
import { departmentOf } from "@/lib/departments/find-department";
import { recordRefusal } from "@/lib/follow-ups/record-refusal";
import type { Actor, Member } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { now } from "@/lib/platform/clock";
import { Conflict } from "@/lib/platform/errors";
import { publishToMembers, publishToTopic } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { assertPossible } from "@/lib/queue/assert-possible";
import { changeChoice } from "@/lib/queue/change-choice";
import type { Choice } from "@/lib/queue/choice";
import { joinQueue, priorities } from "@/lib/queue/join-queue";
import { type FoundThread, findThread } from "@/lib/threads/find-thread";
import { canEscalate } from "@/lib/threads/permissions";
import { refreshThreadState } from "@/lib/threads/refresh-thread-state";

/**
 * Asks for a human about a thread. One open conversation for each person and thread: asked again, or fifty
 * times at once, it is the same one. Refused with the choices that remain when nobody is there to chat.
 */
export async function escalateThread(
  actor: Actor,
  threadId: unknown,
  input: unknown,
  outer?: Tx,
): Promise<{ conversationId: number; created: boolean }> {
  const id = parseInput(idInput, threadId);
  const { choice, hidden, userAgent } = parseInput(escalateInput, input);
  const asked = inTransaction(async (tx) => {
    const thread = await findThread(tx, actor, id);
    const asker = requireMember(actor);
    assertCan(canEscalate(asker, thread));
    const open = await findOpen(tx, asker, id);
    if (open) {
      if (open.choice !== choice) await changeChoice(asker, open.id, { choice }, tx);
      return { conversationId: open.id, created: false };
    }
    const department = await departmentOf(thread, tx);
    if (!department) throw new Conflict("chat_unavailable", "error.chat.unavailable", {}, { choices: [] });
    await assertPossible(tx, department, choice);
    const packet = await buildPacket(tx, asker, thread, { hidden, userAgent });
    const state = choice === "chat" ? "queued" : choice;
    const [made] = await tx
      .insert(conversations)
      .values({ threadId: id, askerId: asker.id, departmentId: department.id, state, choice, packet, createdAt: now() })
      .onConflictDoNothing()
      .returning({ id: conversations.id });
    if (!made) {
      const theirs = await findOpen(tx, asker, id);
      if (!theirs) throw new Conflict("chat_busy", "error.conflict");
      return { conversationId: theirs.id, created: false };
    }
    await begin(tx, asker, thread, { id: made.id, departmentId: department.id, choice });
    return { conversationId: made.id, created: true };
  }, outer);
  return asked.catch(async (error: unknown) => {
    if (!(error instanceof Conflict) || error.code !== "chat_unavailable") throw error;
    // In a transaction of its own, for this one is undone; not waited for where the caller still holds a connection.
    const recorded = recordRefusal(actor, id).catch((failed: unknown) => log.error("a refusal was not recorded", failed));
    if (!outer) await recorded;
    throw error;
  });
}

async function findOpen(tx: Tx, asker: Member, threadId: number) {
  const [open] = await tx
    .select({ id: conversations.id, choice: conversations.choice })
    .from(conversations)
    .where(
      and(
        eq(conversations.threadId, threadId),
        eq(conversations.askerId, asker.id),
        inArray(conversations.state, openStates),
      ),
    );
  return open;
}

async function begin(
  tx: Tx,
  asker: Member,
  thread: FoundThread,
  { id, departmentId, choice }: { id: number; departmentId: number; choice: Choice },
): Promise<void> {
  const unanswered = thread.state === "unanswered" || thread.state === "rejected";
  if (choice === "chat") await joinQueue(tx, { id, departmentId }, { priority: unanswered ? priorities.unanswered : priorities.usual });
  else await sayInConversation(tx, id, choice);
  if (asker.id === thread.authorId) {
    await tx
      .update(escalations)
      .set({ state: "queued" })
      .where(and(eq(escalations.threadId, thread.id), isNull(escalations.stoppedAt)));
  }
  await refreshThreadState(tx, thread.id);
  await recordConversationEvent(tx, id, asker, "opened", { choice, threadId: thread.id });
  await invalidatePages(tx, `thread:${thread.id}`, `member-session:${asker.id}`);
  await publishToMembers(tx, [asker.id], { type: "conversation.changed", conversationId: id, state: choice === "chat" ? "queued" : choice });
  if (choice !== "chat") await publishToTopic(tx, `department:${departmentId}`, { type: "queue.changed" });
  await enqueue(tx, "conversation.opened", { conversationId: id });
}
