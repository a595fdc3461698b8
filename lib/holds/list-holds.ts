import { desc, eq, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { conversations, holds, members, threads } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import type { HoldView } from "./hold-view";
import { canLiftHolds } from "./permissions";

/** Everything that is held, the latest first. */
export async function listHolds(actor: Actor): Promise<HoldView[]> {
  assertCan(canLiftHolds(actor));
  return readHolds(sql`true`);
}

/** What holds this conversation. Asks nobody whether they may know. */
export async function readHoldsOf({ id, askerId }: { id: number; askerId: number }): Promise<HoldView[]> {
  return readHolds(or(eq(holds.conversationId, id), eq(holds.memberId, askerId)));
}

async function readHolds(where: SQL | undefined): Promise<HoldView[]> {
  const customers = alias(members, "customers");
  const holders = alias(members, "holders");
  const rows = await db
    .select({
      id: holds.id,
      reason: holds.reason,
      at: holds.createdAt,
      by: holders.displayName,
      customer: { id: customers.id, name: customers.name, displayName: customers.displayName },
      conversation: { id: conversations.id, title: threads.title },
    })
    .from(holds)
    .leftJoin(conversations, eq(conversations.id, holds.conversationId))
    .leftJoin(threads, eq(threads.id, conversations.threadId))
    .innerJoin(customers, or(eq(customers.id, holds.memberId), eq(customers.id, conversations.askerId)))
    .leftJoin(holders, eq(holders.id, holds.heldById))
    .where(where)
    .orderBy(desc(holds.id));
  return rows.map(({ conversation, ...row }) => ({ ...row, conversation: conversation.id === null ? null : { id: conversation.id, title: conversation.title ?? "" } }));
}
