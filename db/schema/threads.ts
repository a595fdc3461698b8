import { sql } from "drizzle-orm";
import { type AnyPgColumn, boolean, check, index, integer, jsonb, pgEnum, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { categories } from "./categories";
import { createdAt, id, instant, reference } from "./columns";
import { localeEnum, members } from "./members";

export const threadKindEnum = pgEnum("thread_kind", ["question", "discussion", "announcement"]);
export const threadStateEnum = pgEnum("thread_state", ["unanswered", "answered", "solved", "rejected", "escalated"]);
/** held: waits for a moderator; hidden: taken away by one; deleted: by its author or a moderator. */
export const postStatusEnum = pgEnum("post_status", ["published", "held", "hidden", "deleted"]);

export type Fact = { label: string; value: string };
export type Attribution = { site: string; url: string; author: string; authorUrl: string | null; license: string };

export const threads = pgTable(
  "threads",
  {
    id: id(),
    kind: threadKindEnum().notNull().default("question"),
    categoryId: reference().notNull().references(() => categories.id),
    authorId: reference().notNull().references(() => members.id),
    locale: localeEnum().notNull(),
    title: text().notNull(),
    slug: text().notNull(),
    body: text().notNull(),
    bodyHtml: text().notNull(),
    /** Typed facts (appliance, error code …) that the handoff packet carries too. */
    facts: jsonb().$type<Fact[]>().notNull().default([]),
    tried: jsonb().$type<string[]>().notNull().default([]),
    status: postStatusEnum().notNull().default("published"),
    statusReason: text(),
    /** Derived by lib/threads/derive-state.ts, stored with every write that can change it. */
    state: threadStateEnum().notNull().default("unanswered"),
    lockedAt: instant(),
    /** Said on the page by whoever locked it. */
    lockedReason: text(),
    pinnedAt: instant(),
    closedAt: instant(),
    closedReason: text(),
    duplicateOfId: reference().references((): AnyPgColumn => threads.id),
    /** What was here is there now; its address leads on. */
    mergedIntoId: reference().references((): AnyPgColumn => threads.id),
    answerCount: integer().notNull().default(0),
    commentCount: integer().notNull().default(0),
    score: integer().notNull().default(0),
    meTooCount: integer().notNull().default(0),
    followerCount: integer().notNull().default(0),
    /** How often people opened it; written in batches, seconds behind. */
    viewCount: integer().notNull().default(0),
    /** Set by the first visible answer of somebody else; business metrics read it. */
    firstAnswerAt: instant(),
    solvedAt: instant(),
    /** Article made from this thread. */
    articleId: reference(),
    attribution: jsonb().$type<Attribution>(),
    createdAt: createdAt(),
    editedAt: instant(),
    lastActivityAt: instant().notNull().defaultNow(),
    /** Grows with each change; edits name the version they started from. */
    version: integer().notNull().default(1),
  },
  (t) => [
    // Queries say just "desc", which is "nulls first": an index must say the same to give them their order.
    index("threads_recent").on(t.lastActivityAt.desc().nullsFirst(), t.id.desc().nullsFirst()).where(sql`${t.status} = 'published'`),
    index("threads_latest").on(t.locale, t.lastActivityAt.desc().nullsFirst(), t.id.desc().nullsFirst()).where(sql`${t.status} = 'published'`),
    index("threads_in_category").on(t.categoryId, t.lastActivityAt.desc().nullsFirst(), t.id.desc().nullsFirst()).where(sql`${t.status} = 'published'`),
    index("threads_by_state").on(t.state, t.lastActivityAt.desc().nullsFirst(), t.id.desc().nullsFirst()).where(sql`${t.status} = 'published'`),
    index("threads_by_need").on(t.meTooCount.desc().nullsFirst(), t.id.desc().nullsFirst()).where(sql`${t.status} = 'published'`),
    index().on(t.authorId, t.id.desc().nullsFirst()),
    index().on(t.articleId),
    index("threads_pinned").on(t.locale, t.pinnedAt.desc()).where(sql`${t.pinnedAt} is not null`),
    index("threads_beside_questions").on(t.kind, t.lastActivityAt.desc().nullsFirst(), t.id.desc().nullsFirst()).where(sql`${t.status} = 'published' and ${t.kind} <> 'question'`),
    index("threads_duplicates").on(t.duplicateOfId).where(sql`${t.duplicateOfId} is not null`),
    index("threads_merged").on(t.mergedIntoId).where(sql`${t.mergedIntoId} is not null`),
  ],
);

export const answers = pgTable(
  "answers",
  {
    id: id(),
    threadId: reference().notNull().references(() => threads.id, { onDelete: "cascade" }),
    authorId: reference().notNull().references(() => members.id),
    body: text().notNull(),
    bodyHtml: text().notNull(),
    status: postStatusEnum().notNull().default("published"),
    statusReason: text(),
    /** Speaks for the company: written by staff, or published from a conversation. */
    official: boolean().notNull().default(false),
    conversationId: reference(),
    acceptedAt: instant(),
    acceptedById: reference().references(() => members.id, { onDelete: "set null" }),
    /** The asker said it did not help. */
    rejectedAt: instant(),
    score: integer().notNull().default(0),
    commentCount: integer().notNull().default(0),
    attribution: jsonb().$type<Attribution>(),
    createdAt: createdAt(),
    editedAt: instant(),
    version: integer().notNull().default(1),
  },
  (t) => [
    index("answers_in_thread").on(t.threadId, t.id),
    index().on(t.authorId, t.id.desc().nullsFirst()),
    uniqueIndex("answers_one_per_conversation").on(t.conversationId).where(sql`${t.conversationId} is not null`),
  ],
);

export const comments = pgTable(
  "comments",
  {
    id: id(),
    threadId: reference().notNull().references(() => threads.id, { onDelete: "cascade" }),
    /** Null: a comment on the question itself. */
    answerId: reference().references(() => answers.id, { onDelete: "cascade" }),
    authorId: reference().notNull().references(() => members.id),
    body: text().notNull(),
    bodyHtml: text().notNull(),
    status: postStatusEnum().notNull().default("published"),
    statusReason: text(),
    attribution: jsonb().$type<Attribution>(),
    createdAt: createdAt(),
    editedAt: instant(),
  },
  (t) => [index("comments_in_thread").on(t.threadId, t.id), index().on(t.authorId, t.id.desc().nullsFirst())],
);

export const postKindEnum = pgEnum("post_kind", ["thread", "answer", "comment"]);

export const votes = pgTable(
  "votes",
  {
    memberId: reference().notNull().references(() => members.id, { onDelete: "cascade" }),
    targetKind: postKindEnum().notNull(),
    targetId: reference().notNull(),
    threadId: reference().notNull(),
    value: integer().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.targetKind, t.targetId] }),
    index("votes_in_thread").on(t.memberId, t.threadId),
    check("votes_value", sql`${t.value} in (-1, 1)`),
  ],
);

export const meToos = pgTable(
  "me_toos",
  {
    threadId: reference().notNull().references(() => threads.id, { onDelete: "cascade" }),
    memberId: reference().notNull().references(() => members.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.threadId, t.memberId] })],
);

export const subscriptions = pgTable(
  "subscriptions",
  {
    threadId: reference().notNull().references(() => threads.id, { onDelete: "cascade" }),
    memberId: reference().notNull().references(() => members.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.threadId, t.memberId] }), index().on(t.memberId)],
);

export type MergedParts = { answerIds: number[]; commentIds: number[]; meToos: number[]; subscriptions: number[]; votes: number[] };

/** What a merge moved, so that it can be taken back. */
export const threadMerges = pgTable(
  "thread_merges",
  {
    id: id(),
    threadId: reference().notNull().references(() => threads.id, { onDelete: "cascade" }),
    intoId: reference().notNull().references(() => threads.id, { onDelete: "cascade" }),
    memberId: reference().references(() => members.id, { onDelete: "set null" }),
    moved: jsonb().$type<MergedParts>().notNull(),
    createdAt: createdAt(),
    takenBackAt: instant(),
  },
  (t) => [index().on(t.threadId), index().on(t.intoId)],
);

/** What a post said before an edit. */
export const revisions = pgTable(
  "revisions",
  {
    id: id(),
    targetKind: postKindEnum().notNull(),
    targetId: reference().notNull(),
    title: text(),
    body: text().notNull(),
    editorId: reference().references(() => members.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.targetKind, t.targetId, t.id.desc().nullsFirst())],
);
