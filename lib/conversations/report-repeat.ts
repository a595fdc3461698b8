import { and, eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { messages } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { NotFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { repeatedIn, storeRepeat } from "./count-repeat";
import { findConversation } from "./find-conversation";
import { isAsker } from "./permissions";
import { recordConversationEvent } from "./record-conversation-event";

/** "You already asked me that": the asker says so about one message of the company. Said twice it counts once. */
export async function reportRepeat(actor: Actor, conversationId: unknown, messageSeq: unknown, outer?: Tx): Promise<{ question: string }> {
  const id = parseInput(idInput, conversationId);
  const seq = parseInput(idInput, messageSeq);
  return inTransaction(async (tx) => {
    const conversation = await findConversation(tx, actor, id);
    assertCan(isAsker(actor, conversation));
    const [message] = await tx
      .select({ body: messages.body, authorId: messages.authorId })
      .from(messages)
      .where(and(eq(messages.conversationId, id), eq(messages.seq, seq), eq(messages.visibility, "all"), eq(messages.kind, "text")));
    if (!message || message.authorId === conversation.askerId) throw new NotFound();
    const question = (await repeatedIn(tx, id, message.body)) ?? `#${seq}`;
    await storeRepeat(tx, { conversationId: id, question, seq, agentId: message.authorId, noticedBy: "asker" });
    await recordConversationEvent(tx, id, actor, "repeat_reported", { seq, question });
    return { question };
  }, outer);
}
