import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant, reference } from "./columns";
import { conversations } from "./conversations";
import { departments } from "./departments";
import { members } from "./members";

/** A time at which the company calls somebody back. */
export const bookings = pgTable(
  "bookings",
  {
    id: id(),
    conversationId: reference().notNull().references(() => conversations.id, { onDelete: "cascade" }),
    departmentId: reference().notNull().references(() => departments.id),
    startsAt: instant().notNull(),
    /** Which of the department's parallel calls at that time, from 1. */
    line: integer().notNull(),
    phone: text().notNull(),
    /** booked, done, missed (nobody was reached) or cancelled. */
    state: text().notNull().default("booked"),
    endedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("bookings_one_a_slot").on(t.departmentId, t.startsAt, t.line).where(sql`${t.state} = 'booked'`),
    uniqueIndex("bookings_one_open").on(t.conversationId).where(sql`${t.state} = 'booked'`),
  ],
);

/** A reply somebody waits for: until when it was promised, and who was told that it is late. */
export const promises = pgTable(
  "promises",
  {
    id: id(),
    conversationId: reference().notNull().references(() => conversations.id, { onDelete: "cascade" }),
    departmentId: reference().notNull().references(() => departments.id),
    /** first_reply, next_reply, message, callback or resolution. */
    metric: text().notNull(),
    startedAt: instant().notNull(),
    dueAt: instant().notNull(),
    /** When owner, department, supervisor and lead are told; stored, so that a changed policy or clock alters no promise given. */
    steps: jsonb().$type<string[]>().notNull(),
    /** How many of them have been told. */
    level: integer().notNull().default(0),
    nextAt: instant(),
    /** A resolution stands still since the customer is waited for. */
    pausedAt: instant(),
    acknowledgedAt: instant(),
    acknowledgedById: reference().references(() => members.id, { onDelete: "set null" }),
    breachedAt: instant(),
    endedAt: instant(),
    /** met, or left by an asker who did not wait any longer. */
    outcome: text(),
  },
  (t) => [
    uniqueIndex("promises_one_reply").on(t.conversationId).where(sql`${t.endedAt} is null and ${t.metric} <> 'resolution'`),
    uniqueIndex("promises_one_resolution").on(t.conversationId).where(sql`${t.endedAt} is null and ${t.metric} = 'resolution'`),
    index("promises_of_conversation").on(t.conversationId),
    index("promises_due").on(t.nextAt).where(sql`${t.endedAt} is null`),
    index("promises_of_department").on(t.departmentId, t.startedAt),
    index("promises_broken").on(t.breachedAt).where(sql`${t.breachedAt} is not null`),
  ],
);

/** A browser that may be told while none of our pages is open in it. */
export const pushSubscriptions = pgTable(
  "push_subscriptions",
  {
    id: id(),
    memberId: reference().notNull().references(() => members.id, { onDelete: "cascade" }),
    endpoint: text().notNull().unique(),
    p256dh: text().notNull(),
    auth: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.memberId)],
);
