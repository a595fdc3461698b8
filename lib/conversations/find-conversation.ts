import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { kept, type Tx } from "@/db/client";
import { conversations } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { NotFound } from "@/lib/platform/errors";
import { visibleConversations } from "./visible";

// The packet is large and frozen; acts never need it.
const { packet: _, ...columns } = getTableColumns(conversations);

export type FoundConversation = Omit<typeof conversations.$inferSelect, "packet">;

/**
 * The conversation as `actor` may see it; throws NotFound otherwise. `lock` holds its row: taken before its
 * queue entry, its offers, its thread and anybody's presence, so that acts never wait in a circle.
 */
export async function findConversation(
  tx: Pick<Tx, "select">,
  actor: Actor,
  id: number,
  { lock = false }: { lock?: boolean } = {},
): Promise<FoundConversation> {
  const query = tx
    .select(columns)
    .from(conversations)
    .where(sql`${and(eq(conversations.id, id), visibleConversations(actor))} ${kept}`);
  const [found] = lock ? await query.for("no key update", { of: conversations }) : await query;
  if (!found) throw new NotFound();
  return found;
}
