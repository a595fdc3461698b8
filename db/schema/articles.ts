import { type AnyPgColumn, boolean, index, integer, jsonb, pgEnum, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { categories } from "./categories";
import { createdAt, id, instant, reference } from "./columns";
import { localeEnum, members } from "./members";
import { type Attribution, answers, threads } from "./threads";

export type TocEntry = { id: string; text: string; level: number };

export const articleStateEnum = pgEnum("article_state", [
  "draft", "in_review", "approved", "scheduled", "published", "stale", "archived",
]);

export const articles = pgTable(
  "articles",
  {
    id: id(),
    slug: text().notNull(),
    locale: localeEnum().notNull(),
    categoryId: reference().notNull().references(() => categories.id),
    state: articleStateEnum().notNull().default("draft"),
    ownerId: reference().notNull().references(() => members.id),
    /** What readers see; null until first published. */
    liveRevisionId: reference(),
    /** The newest revision, possibly not yet published. */
    stagedRevisionId: reference(),
    /** Kept from the live (else staged) revision for lists. */
    title: text().notNull(),
    summary: text().notNull().default(""),
    durationMinutes: integer(),
    scope: text().notNull().default(""),
    tools: jsonb().$type<string[]>().notNull().default([]),
    sourceThreadId: reference().references(() => threads.id, { onDelete: "set null" }),
    translationOfId: reference().references((): AnyPgColumn => articles.id, { onDelete: "set null" }),
    verifyEveryDays: integer().notNull().default(180),
    verifiedAt: instant(),
    verifiedById: reference().references(() => members.id, { onDelete: "set null" }),
    publishAt: instant(),
    publishedAt: instant(),
    helpfulCount: integer().notNull().default(0),
    unhelpfulCount: integer().notNull().default(0),
    attribution: jsonb().$type<Attribution>(),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
    version: integer().notNull().default(1),
  },
  (t) => [
    index("articles_listed").on(t.locale, t.state, t.updatedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("articles_in_category").on(t.categoryId, t.state),
    index().on(t.sourceThreadId),
  ],
);

export const articleRevisions = pgTable(
  "article_revisions",
  {
    id: id(),
    articleId: reference().notNull().references(() => articles.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    title: text().notNull(),
    summary: text().notNull().default(""),
    body: text().notNull(),
    bodyHtml: text().notNull(),
    /** Its headings, rendered with it. */
    toc: jsonb().$type<TocEntry[]>().notNull().default([]),
    editorId: reference().references(() => members.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.articleId, t.number.desc().nullsFirst())],
);

/** Whom an article is from: the people of the answers it was made of. */
export const articleContributors = pgTable(
  "article_contributors",
  {
    articleId: reference().notNull().references(() => articles.id, { onDelete: "cascade" }),
    memberId: reference().notNull().references(() => members.id, { onDelete: "cascade" }),
    answerId: reference().references(() => answers.id, { onDelete: "set null" }),
    role: text().notNull().default("answer"),
  },
  (t) => [primaryKey({ columns: [t.articleId, t.memberId] })],
);

export const articleFeedback = pgTable(
  "article_feedback",
  {
    id: id(),
    articleId: reference().notNull().references(() => articles.id, { onDelete: "cascade" }),
    memberId: reference().references(() => members.id, { onDelete: "cascade" }),
    /** Hash of a visitor's address and day, so that one voice counts once. */
    voice: text().notNull(),
    helpful: boolean().notNull(),
    reason: text(),
    comment: text().notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.articleId, t.voice)],
);

/** Articles a member opened, for the handoff packet. */
export const articleReads = pgTable(
  "article_reads",
  {
    memberId: reference().notNull().references(() => members.id, { onDelete: "cascade" }),
    articleId: reference().notNull().references(() => articles.id, { onDelete: "cascade" }),
    readAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.articleId] })],
);
