import { sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { conversationReads } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { requireMember } from "@/lib/members/require-member";
import { publishToMembers } from "@/lib/platform/events";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { findConversation } from "./find-conversation";
import { markReadInput } from "./input";
import { isAsker } from "./permissions";

/** Everything up to `seq` has been seen. Only ever grows; what is not there yet cannot have been read. */
export async function markRead(actor: Actor, conversationId: unknown, input: unknown, outer?: Tx): Promise<{ readSeq: number }> {
  const id = parseInput(idInput, conversationId);
  const { seq } = parseInput(markReadInput, input);
  return inTransaction(async (tx) => {
    const conversation = await findConversation(tx, actor, id);
    const reader = requireMember(actor);
    const asked = Math.min(seq, conversation.lastSeq);
    const [moved] = await tx
      .insert(conversationReads)
      .values({ conversationId: id, memberId: reader.id, readSeq: asked })
      .onConflictDoUpdate({
        target: [conversationReads.conversationId, conversationReads.memberId],
        set: { readSeq: sql`greatest(${conversationReads.readSeq}, ${asked})` },
      })
      .returning({ readSeq: conversationReads.readSeq, before: sql<number>`(select read_seq from conversation_reads
        where conversation_id = ${id} and member_id = ${reader.id})` });
    const readSeq = moved?.readSeq ?? asked;
    // A colleague who only looks in does not make it "read" for the customer.
    const counts = isAsker(reader, conversation) || reader.id === conversation.agentId;
    if (readSeq > (moved?.before ?? 0) && counts) {
      await publishToMembers(tx, [conversation.askerId, conversation.agentId], {
        type: "message.read",
        conversationId: id,
        memberId: reader.id,
        seq: readSeq,
      });
    }
    return { readSeq };
  }, outer);
}
