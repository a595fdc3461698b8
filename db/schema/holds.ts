import { sql } from "drizzle-orm";
import { check, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, id, reference } from "./columns";
import { conversations } from "./conversations";
import { members } from "./members";

/**
 * What must not be deleted for now: one conversation, or all those of a customer. Lifting deletes the row; who held
 * what and when stays in the audit log. The references refuse the deletion of what is held.
 */
export const holds = pgTable(
  "holds",
  {
    id: id(),
    conversationId: reference()
      .unique()
      .references(() => conversations.id),
    memberId: reference()
      .unique()
      .references(() => members.id),
    reason: text().notNull(),
    heldById: reference().references(() => members.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [check("holds_one_thing", sql`num_nonnulls(${t.conversationId}, ${t.memberId}) = 1`)],
);
