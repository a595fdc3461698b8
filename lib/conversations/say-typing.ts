import { db, inTransaction } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { requireMember } from "@/lib/members/require-member";
import { publishToTopic } from "@/lib/platform/events";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { findConversation } from "./find-conversation";
import { canWriteMessage } from "./permissions";

/** Passing news for those who look at the conversation; never stored. Send at most every three seconds. */
export async function sayTyping(actor: Actor, conversationId: unknown): Promise<void> {
  const id = parseInput(idInput, conversationId);
  const conversation = await findConversation(db, actor, id);
  const member = requireMember(actor);
  if (!canWriteMessage(member, conversation)) return;
  await inTransaction((tx) => publishToTopic(tx, `conversation:${id}`, { type: "typing", conversationId: id, memberId: member.id }));
}
