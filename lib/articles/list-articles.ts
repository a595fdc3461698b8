import { and, desc, eq, ilike, inArray, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { articles, categories, members } from "@/db/schema";
import { type Actor, isStaff } from "@/lib/members/actor";
import type { Locale } from "@/lib/platform/i18n/locale";
import { decodeCursor, encodeCursor } from "@/lib/threads/cursor";
import type { ArticleRow } from "./article-view";
import type { ArticleState } from "./input";
import { listedArticles } from "./visible";

export type ArticleFilter = {
  locale?: Locale;
  /** Slug; includes the categories below it. */
  category?: string;
  /** Staff see other states than the live ones by asking for them. */
  states?: ArticleState[];
  /** Words of the title. */
  query?: string;
  sort?: "latest" | "helpful";
  cursor?: string;
  limit?: number;
};

/** Articles newest first (or most helpful first, one page). One query. */
export async function listArticles(actor: Actor, filter: ArticleFilter = {}): Promise<{ items: ArticleRow[]; nextCursor: string | null }> {
  const limit = Math.min(filter.limit ?? 20, 100);
  const conditions: SQL[] = [filter.states && isStaff(actor) ? inArray(articles.state, filter.states) : listedArticles(actor)];
  if (filter.query) conditions.push(ilike(articles.title, `%${filter.query.slice(0, 100).replace(/[\\%_]/g, "\\$&")}%`));
  if (filter.locale) conditions.push(eq(articles.locale, filter.locale));
  if (filter.category) {
    const parent = db.select({ id: categories.id }).from(categories).where(eq(categories.slug, filter.category));
    const inside = or(eq(categories.slug, filter.category), inArray(categories.parentId, parent));
    if (inside) conditions.push(inside);
  }
  const after = filter.sort === "helpful" ? null : decodeCursor(filter.cursor, 2);
  if (after) conditions.push(sql`(${articles.updatedAt}, ${articles.id}) < (${new Date(after[0] ?? 0).toISOString()}::timestamptz, ${after[1]})`);
  const rows = await db
    .select({
      id: articles.id,
      slug: articles.slug,
      locale: articles.locale,
      state: articles.state,
      title: articles.title,
      summary: articles.summary,
      durationMinutes: articles.durationMinutes,
      scope: articles.scope,
      categoryId: categories.id,
      categorySlug: categories.slug,
      nameEn: categories.nameEn,
      nameDe: categories.nameDe,
      owner: members.displayName,
      staged: sql<boolean>`${articles.stagedRevisionId} is distinct from ${articles.liveRevisionId}`,
      helpfulCount: articles.helpfulCount,
      verifiedAt: articles.verifiedAt,
      updatedAt: articles.updatedAt,
    })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .innerJoin(members, eq(members.id, articles.ownerId))
    .where(and(...conditions))
    .orderBy(filter.sort === "helpful" ? desc(articles.helpfulCount) : desc(articles.updatedAt), desc(articles.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ categoryId, categorySlug, nameEn, nameDe, staged, ...row }) => ({
      ...row,
      hasStaged: staged,
      category: { id: categoryId, slug: categorySlug, name: { en: nameEn, de: nameDe } },
    })),
    nextCursor: rows.length > limit && last && filter.sort !== "helpful" ? encodeCursor([last.updatedAt.getTime(), last.id]) : null,
  };
}
