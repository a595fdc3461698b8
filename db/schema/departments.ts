import { integer, jsonb, pgEnum, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, id, instant, reference } from "./columns";
import { members } from "./members";

export const departments = pgTable("departments", {
  id: id(),
  slug: text().notNull().unique(),
  nameEn: text().notNull(),
  nameDe: text().notNull(),
  /** Opening hours as lib/hours reads them: {zone, weekly, holidays, exceptions}. */
  calendar: jsonb().notNull(),
  /** What it promises, in business minutes, and how many calls at a time; what is missing follows the usual. */
  service: jsonb().notNull().default({}),
  createdAt: createdAt(),
});

export const departmentMembers = pgTable(
  "department_members",
  {
    departmentId: reference().notNull().references(() => departments.id, { onDelete: "cascade" }),
    memberId: reference().notNull().references(() => members.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.departmentId, t.memberId] })],
);

export const agentSkills = pgTable(
  "agent_skills",
  {
    memberId: reference().notNull().references(() => members.id, { onDelete: "cascade" }),
    skill: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.skill] })],
);

export const presenceEnum = pgEnum("presence", ["offline", "online", "away", "break", "wrap_up", "not_responding", "draining"]);

/** Presence = declared state × lease: an agent counts as there only while leaseUntil is in the future. */
export const agentPresence = pgTable("agent_presence", {
  memberId: reference().primaryKey().references(() => members.id, { onDelete: "cascade" }),
  state: presenceEnum().notNull().default("offline"),
  stateSince: instant().notNull().defaultNow(),
  leaseUntil: instant(),
  capacity: integer().notNull().default(3),
  /** Active conversations, changed only in the transaction that assigns or releases one. */
  load: integer().notNull().default(0),
  lastAssignedAt: instant(),
  missedOffers: integer().notNull().default(0),
});
