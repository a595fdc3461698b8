import { sql } from "drizzle-orm";
import { z } from "zod";
import { conversations } from "@/db/schema";
import { type Actor, memberId } from "@/lib/members/actor";
import { parseInput } from "@/lib/platform/parse-input";
import type { InboxRow } from "./conversation-view";
import { inboxRows } from "./inbox-rows";

const listInput = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  /** Id of the last one seen. */
  cursor: z.coerce.number().int().positive().optional(),
});

/** What one asked the company, newest first. */
export async function listOwnConversations(actor: Actor, input: unknown = {}): Promise<{ items: InboxRow[]; nextCursor?: string }> {
  const { limit, cursor } = parseInput(listInput, input);
  const own = memberId(actor);
  if (own === null) return { items: [] };
  const before = cursor === undefined ? sql`true` : sql`${conversations.id} < ${cursor}`;
  const newest = sql`${conversations.id} in (
    select id from conversations where asker_id = ${own} and ${before} order by id desc limit ${limit + 1})`;
  const rows = (await inboxRows(own, newest)).sort((a, b) => b.conversationId - a.conversationId);
  const items = rows.slice(0, limit);
  return rows.length > limit ? { items, nextCursor: String(items.at(-1)?.conversationId) } : { items };
}
