import { and, asc, eq, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { articleContributors, articleRevisions, articles, categories, members, threads } from "@/db/schema";
import { type Actor, isStaff } from "@/lib/members/actor";
import { listedThreads } from "@/lib/threads/visible";
import type { ArticleView } from "./article-view";
import { canWriteArticle, nextStates } from "./permissions";
import { listedArticles, visibleArticles } from "./visible";

/** An article with its live text (or its staged one, for staff who ask for it); null when the actor may not see it. 4 queries. */
export async function getArticle(actor: Actor, id: number, { staged = false }: { staged?: boolean } = {}): Promise<ArticleView | null> {
  const showStaged = staged && isStaff(actor);
  const owner = members;
  const [row] = await db
    .select({
      article: articles,
      revision: articleRevisions,
      category: categories,
      owner: { id: owner.id, name: owner.name, displayName: owner.displayName, role: owner.role },
      verifiedBy: sql<string | null>`(select display_name from members v where v.id = ${articles.verifiedById})`,
    })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .innerJoin(owner, eq(owner.id, articles.ownerId))
    .innerJoin(
      articleRevisions,
      eq(
        articleRevisions.id,
        showStaged ? sql`coalesce(${articles.stagedRevisionId}, ${articles.liveRevisionId})` : sql`coalesce(${articles.liveRevisionId}, ${articles.stagedRevisionId})`,
      ),
    )
    .where(and(eq(articles.id, id), visibleArticles(actor)));
  if (!row) return null;
  const { article, revision, category } = row;
  const hasStaged = article.stagedRevisionId !== null && article.stagedRevisionId !== article.liveRevisionId;
  const next = nextStates(actor, article.state);
  const family = article.translationOfId ?? article.id;
  const [contributors, sources, translations] = await Promise.all([
    db
      .select({ id: members.id, name: members.name, displayName: members.displayName, role: members.role, part: articleContributors.role })
      .from(articleContributors)
      .innerJoin(members, eq(members.id, articleContributors.memberId))
      .where(eq(articleContributors.articleId, id))
      .orderBy(asc(articleContributors.role), asc(members.id)),
    article.sourceThreadId === null
      ? []
      : db
          .select({ id: threads.id, slug: threads.slug, title: threads.title })
          .from(threads)
          .where(and(eq(threads.id, article.sourceThreadId), listedThreads(actor))),
    db
      .select({ id: articles.id, slug: articles.slug, locale: articles.locale, title: articles.title })
      .from(articles)
      .where(and(or(eq(articles.id, family), eq(articles.translationOfId, family)), sql`${articles.id} <> ${id}`, listedArticles(actor))),
  ]);
  return {
    id: article.id,
    slug: article.slug,
    locale: article.locale,
    state: article.state,
    title: revision.title,
    summary: revision.summary,
    body: revision.body,
    bodyHtml: revision.bodyHtml,
    toc: revision.toc,
    hasStaged,
    category: { id: category.id, slug: category.slug, name: { en: category.nameEn, de: category.nameDe }, audience: category.audience },
    owner: row.owner,
    contributors,
    durationMinutes: article.durationMinutes,
    scope: article.scope,
    tools: article.tools,
    sourceThread: sources[0] ?? null,
    translations,
    attribution: article.attribution,
    verifiedAt: article.verifiedAt,
    verifiedBy: row.verifiedBy,
    publishedAt: article.publishedAt,
    updatedAt: article.updatedAt,
    helpfulCount: article.helpfulCount,
    unhelpfulCount: article.unhelpfulCount,
    version: article.version,
    can: { edit: canWriteArticle(actor), transitions: hasStaged && article.state === "published" && canWriteArticle(actor) ? ["published", ...next] : next },
  };
}
