import { db } from "@/db/client";
import { findConversation } from "@/lib/conversations/find-conversation";
import { findDepartment } from "@/lib/departments/find-department";
import { type Actor, memberId } from "@/lib/members/actor";
import { NotFound } from "@/lib/platform/errors";
import { findThread } from "@/lib/threads/find-thread";

/** Whether there is such a thing for this actor; throws NotFound otherwise. */
const finders: Record<string, (actor: Actor, id: number) => Promise<unknown>> = {
  thread: (actor, id) => findThread(db, actor, id),
  /** Only who is typing; for those in it. */
  conversation: (actor, id) => findConversation(db, actor, id),
  /** Who reads along in their chats; for the agent alone. */
  agent: async (actor, id) => {
    if (memberId(actor) !== id) throw new NotFound();
  },
  /** Open, busy or closed: no secret, every visitor may see the change. 0: the best of all departments. */
  department: async (_, id) => id === 0 || findDepartment(id),
};

/** Topics are news about one thing: who may not see it does not hear of it. */
export async function canHearTopic(actor: Actor, topic: string): Promise<boolean> {
  const [, kind = "", id] = /^([a-z]+):(\d{1,15})$/.exec(topic) ?? [];
  const find = Object.hasOwn(finders, kind) ? finders[kind] : undefined;
  if (!find) return false;
  try {
    await find(actor, Number(id));
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}
