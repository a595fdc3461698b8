import { db, inTransaction } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { publishToTopic } from "@/lib/platform/events";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { findConversation } from "./find-conversation";
import { canWriteNote } from "./permissions";

/** The agent is told who reads along, on a line of their own that the customer cannot hear. Never stored. */
export async function sayWatching(actor: Actor, conversationId: unknown): Promise<void> {
  const id = parseInput(idInput, conversationId);
  const conversation = await findConversation(db, actor, id);
  const watcher = requireMember(actor);
  assertCan(canWriteNote(watcher, conversation));
  const { agentId } = conversation;
  if (agentId === null || agentId === watcher.id) return;
  await inTransaction((tx) => publishToTopic(tx, `agent:${agentId}`, { type: "watched", conversationId: id, by: watcher.displayName }));
}
