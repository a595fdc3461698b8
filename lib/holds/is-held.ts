import { type SQL, sql } from "drizzle-orm";
import { conversations, holds } from "@/db/schema";

/** A condition on a row of conversations: neither it nor its asker is held. */
export const isNotHeld: SQL = sql`not exists (select 1 from ${holds}
  where ${holds.conversationId} = ${conversations.id} or ${holds.memberId} = ${conversations.askerId})`;
