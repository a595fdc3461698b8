import { db } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { findThread } from "@/lib/threads/find-thread";
import { canEscalate } from "@/lib/threads/permissions";
import { buildPacket } from "./build-packet";
import type { Packet } from "./packet";

/** What an agent would see, shown to the asker before it is passed on. */
export async function previewPacket(actor: Actor, threadId: unknown, { userAgent = "" } = {}): Promise<Packet> {
  const thread = await findThread(db, actor, parseInput(idInput, threadId));
  const asker = requireMember(actor);
  assertCan(canEscalate(asker, thread));
  return buildPacket(db, asker, thread, { userAgent });
}
