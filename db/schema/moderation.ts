import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgEnum, pgTable, real, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant, reference } from "./columns";
import { members } from "./members";

export const flagTargetEnum = pgEnum("flag_target", ["thread", "answer", "comment", "article", "member"]);
export const caseStateEnum = pgEnum("case_state", ["pending", "upheld", "dismissed"]);

/** One case in the review queue per post, fed by flags and holds. */
export const cases = pgTable(
  "cases",
  {
    id: id(),
    targetKind: flagTargetEnum().notNull(),
    targetId: reference().notNull(),
    /** Why it is here: flagged, held (first posts, filter), appealed. */
    cause: text().notNull().default("flagged"),
    state: caseStateEnum().notNull().default("pending"),
    score: real().notNull().default(0),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    decidedAt: instant(),
  },
  (t) => [
    uniqueIndex("cases_one_pending").on(t.targetKind, t.targetId).where(sql`${t.state} = 'pending'`),
    index("cases_queue").on(t.score.desc().nullsFirst(), t.id).where(sql`${t.state} = 'pending'`),
  ],
);

export const flags = pgTable(
  "flags",
  {
    id: id(),
    memberId: reference().notNull().references(() => members.id, { onDelete: "cascade" }),
    targetKind: flagTargetEnum().notNull(),
    targetId: reference().notNull(),
    caseId: reference().notNull().references(() => cases.id, { onDelete: "cascade" }),
    reason: text().notNull(),
    note: text().notNull().default(""),
    weight: real().notNull().default(1),
    /** null while pending. */
    upheld: text(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex().on(t.memberId, t.targetKind, t.targetId), index().on(t.caseId)],
);

export const decisions = pgTable(
  "decisions",
  {
    id: id(),
    caseId: reference().notNull().references(() => cases.id, { onDelete: "cascade" }),
    actorId: reference().references(() => members.id, { onDelete: "set null" }),
    /** hide, delete, keep, publish, dismiss … */
    action: text().notNull(),
    reason: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.caseId)],
);

export const sanctions = pgTable(
  "sanctions",
  {
    id: id(),
    memberId: reference().notNull().references(() => members.id, { onDelete: "cascade" }),
    kind: text().notNull(),
    rule: text().notNull(),
    reason: text().notNull(),
    until: instant(),
    issuedById: reference().references(() => members.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    liftedAt: instant(),
  },
  (t) => [index().on(t.memberId)],
);

export const appealStateEnum = pgEnum("appeal_state", ["open", "granted", "refused"]);

export const appeals = pgTable(
  "appeals",
  {
    id: id(),
    memberId: reference().notNull().references(() => members.id, { onDelete: "cascade" }),
    decisionId: reference().references(() => decisions.id, { onDelete: "cascade" }),
    sanctionId: reference().references(() => sanctions.id, { onDelete: "cascade" }),
    text: text().notNull(),
    state: appealStateEnum().notNull().default("open"),
    decidedById: reference().references(() => members.id, { onDelete: "set null" }),
    answer: text(),
    createdAt: createdAt(),
    decidedAt: instant(),
  },
  (t) => [uniqueIndex().on(t.memberId, t.decisionId), uniqueIndex().on(t.memberId, t.sanctionId)],
);

export const auditLog = pgTable(
  "audit_log",
  {
    id: id(),
    /** visitor, member or system. */
    actorKind: text().notNull(),
    actorId: reference(),
    action: text().notNull(),
    targetKind: text().notNull(),
    targetId: text().notNull(),
    data: jsonb().notNull().default({}),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.targetKind, t.targetId), index().on(t.actorId, t.id.desc().nullsFirst())],
);
