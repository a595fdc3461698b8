import { db } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { NotFound } from "@/lib/platform/errors";
import { findThread } from "@/lib/threads/find-thread";

/** Topics are news about one thread: who may not see it does not hear of it. */
export async function canHearTopic(actor: Actor, topic: string): Promise<boolean> {
  const id = /^thread:(\d{1,15})$/.exec(topic)?.[1];
  if (!id) return false;
  try {
    await findThread(db, actor, Number(id));
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}
