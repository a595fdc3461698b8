import { index, integer, jsonb, pgEnum, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
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
  /** While in wrap-up: until when, and by how many seconds that can still be put off. */
  wrapUpUntil: instant(),
  wrapUpSeconds: integer(),
});

export const macroStateEnum = pgEnum("macro_state", ["own", "proposed", "approved", "refused"]);

/** A saved reply: one's own, or proposed for a department and approved for all who work there. */
export const macros = pgTable(
  "macros",
  {
    id: id(),
    /** Null: of the company, or of somebody who is gone. */
    ownerId: reference().references(() => members.id, { onDelete: "set null" }),
    state: macroStateEnum().notNull(),
    /** Slugs; none: all departments. */
    departments: text().array().notNull().default([]),
    nameEn: text().notNull(),
    nameDe: text().notNull(),
    bodyEn: text().notNull(),
    bodyDe: text().notNull(),
    /** Why it was refused. */
    reason: text().notNull().default(""),
    createdAt: createdAt(),
    updatedAt: instant().notNull(),
  },
  (t) => [index().on(t.ownerId)],
);
