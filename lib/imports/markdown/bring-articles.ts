import { eq, inArray, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { articleRevisions, articles, type TocEntry } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { slugOf } from "@/lib/platform/slug";
import { findImported, recordImported } from "../imported-objects";
import { dropPages, recordSearchChanges } from "../show-change";
import type { ArticleFile } from "./parse-article";

/** An article as it shall be. */
export type Draft = { file: ArticleFile; body: string };
export type Wanted = Draft & { bodyHtml: string; toc: TocEntry[] };
export type Outcome = "imported" | "updated" | "known" | "edited here";
type Place = { source: string; actor: Actor; ownerId: number; category: { id: number; pages: string[] } };
type Existing = {
  article: typeof articles.$inferSelect;
  staged: typeof articleRevisions.$inferSelect;
};

/**
 * Brings articles to what their files say, in one transaction. What people edited here stays theirs; links that
 * only now have a home are mended in place; another text becomes a new revision.
 */
export async function bringArticles(place: Place, wanted: Wanted[]): Promise<Outcome[]> {
  return inTransaction(async (tx) => {
    const known = await findImported(place.source, "article", wanted.map(({ file }) => file.externalId), tx);
    const existing = await readExisting(tx, [...known.values()].map(({ id }) => id));
    const outcomes: Outcome[] = [];
    const changed: number[] = [];
    for (const each of wanted) {
      const local = known.get(each.file.externalId);
      const found = local && existing.get(local.id);
      const done = found ? await refresh(tx, found, each) : { outcome: "imported" as const, id: await insert(tx, place, each) };
      outcomes.push(done.outcome);
      if (done.id) changed.push(done.id);
    }
    if (changed.length > 0) {
      await recordAudit(tx, place.actor, "import.articles", { kind: "import", id: place.source }, { count: changed.length });
      await recordSearchChanges(tx, "article", changed);
      await dropPages(tx, [...place.category.pages, ...changed.map((id) => `article:${id}`)]);
    }
    return outcomes;
  });
}

/** Tells which of these are here already, word for word. */
export async function findUnchanged(source: string, drafts: Draft[]): Promise<(draft: Draft) => boolean> {
  const known = await findImported(source, "article", drafts.map(({ file }) => file.externalId));
  const existing = await inTransaction((tx) => readExisting(tx, [...known.values()].map(({ id }) => id)));
  return ({ file, body }) => {
    const staged = existing.get(known.get(file.externalId)?.id ?? 0)?.staged;
    return staged !== undefined && staged.body === body && staged.title === file.title && staged.summary === file.summary;
  };
}

async function readExisting(tx: Tx, ids: number[]): Promise<Map<number, Existing>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ article: articles, staged: articleRevisions })
    .from(articles)
    .innerJoin(articleRevisions, eq(articleRevisions.id, articles.stagedRevisionId))
    .where(inArray(articles.id, ids))
    .orderBy(articles.id)
    .for("no key update", { of: articles });
  return new Map(rows.map((row) => [row.article.id, row]));
}

async function insert(tx: Tx, { source, ownerId, category }: Place, { file, body, bodyHtml, toc }: Wanted): Promise<number> {
  const at = file.writtenAt ?? now();
  const { title, summary, locale, attribution } = file;
  // Nobody has checked it here yet, and it does not say so.
  const published = file.published ? { state: "published" as const, publishedAt: at } : {};
  const [article] = await tx
    .insert(articles)
    .values({ title, summary, locale, attribution, slug: slugOf(title, "article"), categoryId: category.id, ownerId, createdAt: at, updatedAt: at, ...published })
    .returning({ id: articles.id });
  if (!article) throw new Error("no row came back");
  await stage(tx, article.id, file.published, { title, summary, body, bodyHtml, toc });
  await recordImported(tx, source, "article", "article", [{ externalId: file.externalId, localId: article.id }]);
  return article.id;
}

async function refresh(tx: Tx, { article, staged }: Existing, { file, body, bodyHtml, toc }: Wanted): Promise<{ outcome: Outcome; id: number | null }> {
  const { title, summary } = file;
  if (staged.editorId !== null) return { outcome: "edited here", id: null };
  if (staged.title === title && staged.summary === summary && withoutTargets(staged.body) === withoutTargets(body)) {
    await tx.update(articleRevisions).set({ body, bodyHtml, toc }).where(eq(articleRevisions.id, staged.id));
    return { outcome: "known", id: article.id };
  }
  const isLive = article.liveRevisionId === staged.id;
  await tx
    .update(articles)
    .set({ title, summary, slug: slugOf(title, "article"), updatedAt: now(), version: sql`${articles.version} + 1` })
    .where(eq(articles.id, article.id));
  await stage(tx, article.id, isLive, { title, summary, body, bodyHtml, toc });
  return { outcome: "updated", id: article.id };
}

async function stage(tx: Tx, articleId: number, live: boolean, text: { title: string; summary: string; body: string; bodyHtml: string; toc: TocEntry[] }): Promise<void> {
  const [revision] = await tx
    .insert(articleRevisions)
    .values({
      ...text,
      articleId,
      number: sql`(select coalesce(max(number), 0) + 1 from article_revisions where article_id = ${articleId})`,
      createdAt: now(),
    })
    .returning({ id: articleRevisions.id });
  if (!revision) throw new Error("no row came back");
  const ids = live ? { stagedRevisionId: revision.id, liveRevisionId: revision.id } : { stagedRevisionId: revision.id };
  await tx.update(articles).set(ids).where(eq(articles.id, articleId));
}

/** The text without where its links lead, with or without a link. */
function withoutTargets(markdown: string): string {
  return markdown.replace(/\]\([^()\s]*\)/g, "]").replace(/[[\]]/g, "");
}
