import { sql } from "drizzle-orm";
import { conversations, repeats } from "@/db/schema";
import { kept, type Tx } from "@/db/client";
import { now } from "@/lib/platform/clock";
import { alreadySaid } from "@/lib/platform/language/already-said";
import type { MessageView } from "./conversation-view";
import type { Packet } from "./packet";

/** Cheap enough for every message: only a text with a question in it is compared with what was told. */
const question = /\?|\b(nennen|mitteilen|teilen|schicken|sagen|tell|send)\b/i;

/** The agent asks for what the customer has told already, in spite of the hint: counted once for each question. */
export async function countRepeat(tx: Tx, { conversationId, seq, authorId, body }: MessageView): Promise<void> {
  if (!question.test(body)) return;
  const asked = await repeatedIn(tx, conversationId, body);
  if (asked) await storeRepeat(tx, { conversationId, question: asked, seq, agentId: authorId, noticedBy: "hint" });
}

/** What of the packet the text asks for again, if anything. */
export async function repeatedIn(tx: Tx, conversationId: number, body: string): Promise<string | null> {
  const { rows } = await tx.execute<Pick<Packet, "facts" | "tried">>(sql`${kept}
    select packet->'facts' as facts, packet->'tried' as tried from ${conversations} where id = ${conversationId}`);
  const [packet] = rows;
  return packet ? (alreadySaid(body, { facts: packet.facts ?? [], tried: packet.tried ?? [] })?.question ?? null) : null;
}

export async function storeRepeat(tx: Tx, repeat: Omit<typeof repeats.$inferInsert, "createdAt">): Promise<void> {
  await tx.insert(repeats).values({ ...repeat, createdAt: now() }).onConflictDoNothing();
}
