import { and, asc, eq, gt } from "drizzle-orm";
import { db } from "@/db/client";
import { messages } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import type { MessageList } from "./conversation-view";
import { findConversation } from "./find-conversation";
import { listMessagesInput } from "./input";
import { messageView } from "./message-view";
import { isAsker } from "./permissions";

/** What was said after `after`, in order. Notes only for the company's side. Throws NotFound for everybody else. */
export async function listMessages(actor: Actor, conversationId: unknown, input: unknown = {}): Promise<MessageList> {
  const id = parseInput(idInput, conversationId);
  const { after, limit } = parseInput(listMessagesInput, input);
  const conversation = await findConversation(db, actor, id);
  const rows = await db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, id),
        gt(messages.seq, after),
        isAsker(actor, conversation) ? eq(messages.visibility, "all") : undefined,
      ),
    )
    .orderBy(asc(messages.seq))
    .limit(limit + 1);
  const items = rows.slice(0, limit).map((row) => messageView(conversation, row));
  const more = rows.length > limit ? { nextCursor: String(items.at(-1)?.seq) } : {};
  return { items, lastSeq: conversation.lastSeq, ...more };
}
