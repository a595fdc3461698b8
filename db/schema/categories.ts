import { type AnyPgColumn, index, integer, jsonb, pgEnum, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, id, reference } from "./columns";
import { departments } from "./departments";
import { threads } from "./threads";

export const audienceEnum = pgEnum("audience", ["public", "members", "staff"]);

export const categories = pgTable("categories", {
  id: id(),
  slug: text().notNull().unique(),
  parentId: reference().references((): AnyPgColumn => categories.id),
  nameEn: text().notNull(),
  nameDe: text().notNull(),
  descriptionEn: text().notNull().default(""),
  descriptionDe: text().notNull().default(""),
  /** A lucide icon name. */
  icon: text().notNull().default("message-circle"),
  position: integer().notNull().default(0),
  audience: audienceEnum().notNull().default("public"),
  departmentId: reference().references(() => departments.id),
  /** Overrides of the default escalation ladder: [{level, afterMinutes, action}]. Null: the default. */
  ladder: jsonb(),
  threadCount: integer().notNull().default(0),
  createdAt: createdAt(),
});

export const tags = pgTable("tags", {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  /** Tag wiki, Markdown. */
  description: text().notNull().default(""),
  descriptionHtml: text().notNull().default(""),
  threadCount: integer().notNull().default(0),
  createdAt: createdAt(),
});

export const threadTags = pgTable(
  "thread_tags",
  {
    threadId: reference().notNull().references(() => threads.id, { onDelete: "cascade" }),
    tagId: reference().notNull().references(() => tags.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.threadId, t.tagId] }), index().on(t.tagId, t.threadId.desc().nullsFirst())],
);
