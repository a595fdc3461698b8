import { sql } from "drizzle-orm";
import { index, jsonb, pgEnum, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, reference } from "./columns";
import { conversations } from "./conversations";
import { departments } from "./departments";
import { members } from "./members";
import { threads } from "./threads";

export const followUpKindEnum = pgEnum("follow_up_kind", ["refused", "missed", "left", "stuck", "rated"]);

/** Somebody was let down: who of the company makes it good, and until when. */
export const followUps = pgTable(
  "follow_ups",
  {
    id: id(),
    kind: followUpKindEnum().notNull(),
    /** Closed, nobody or full; the broken promise; what is wrong with the stuck one. */
    reason: text().notNull(),
    /** What it came from, each counted once. */
    causes: text().array().notNull(),
    departmentId: reference().notNull().references(() => departments.id),
    /** These three are forgotten in time: what remains is a figure. */
    threadId: reference().references(() => threads.id, { onDelete: "cascade" }),
    memberId: reference().references(() => members.id, { onDelete: "set null" }),
    conversationId: reference().references(() => conversations.id, { onDelete: "set null" }),
    /** What they chose instead of what was refused. */
    choice: text(),
    happenedAt: instant().notNull(),
    ownerId: reference().references(() => members.id, { onDelete: "set null" }),
    dueAt: instant().notNull(),
    /** When it was said that it is overdue. */
    remindedAt: instant(),
    endedAt: instant(),
    endedById: reference().references(() => members.id, { onDelete: "set null" }),
    /** chose, replied, solved, call_offered, mended or seen. */
    outcome: text(),
  },
  (t) => [
    uniqueIndex("follow_ups_one_open").on(t.threadId, t.memberId).where(sql`${t.endedAt} is null`),
    index("follow_ups_listed").on(t.happenedAt, t.id),
    index("follow_ups_of_conversation").on(t.conversationId),
    index("follow_ups_due").on(t.dueAt).where(sql`${t.endedAt} is null`),
  ],
);

/** When somebody is planned to be there for a department, by its clock; its holidays and closed times count besides. */
export const shifts = pgTable(
  "shifts",
  {
    departmentId: reference().notNull().references(() => departments.id, { onDelete: "cascade" }),
    memberId: reference().notNull().references(() => members.id, { onDelete: "cascade" }),
    /** {weekly, exceptions} as opening hours have them. */
    plan: jsonb().notNull(),
  },
  (t) => [primaryKey({ columns: [t.departmentId, t.memberId] })],
);
