import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { conversations, messages } from "@/db/schema";
import { now } from "@/lib/platform/clock";
import { publishToMembers } from "@/lib/platform/events";
import type { MessageView } from "./conversation-view";
import type { SystemNotice } from "./system-notice";

/** The system's own lines stand in the same numbered log as what people write. The row must be locked. */
export async function sayInConversation(tx: Tx, conversationId: number, notice: SystemNotice): Promise<number> {
  const [row] = await tx
    .update(conversations)
    .set({ lastSeq: sql`${conversations.lastSeq} + 1` })
    .where(eq(conversations.id, conversationId))
    .returning({ seq: conversations.lastSeq, askerId: conversations.askerId, agentId: conversations.agentId });
  if (!row) throw new Error("no conversation");
  const clientId = randomUUID();
  const createdAt = now();
  await tx.insert(messages).values({ conversationId, seq: row.seq, clientId, kind: "system", body: notice, createdAt });
  const message: MessageView = {
    conversationId,
    seq: row.seq,
    clientId,
    authorId: null,
    side: "system",
    visibility: "all",
    kind: "system",
    body: notice,
    createdAt,
  };
  await publishToMembers(tx, [row.askerId, row.agentId], { type: "message.posted", conversationId, message });
  return row.seq;
}
