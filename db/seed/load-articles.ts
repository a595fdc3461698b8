import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { articleRevisions, articles } from "@/db/schema";
import { createArticle } from "@/lib/articles/create-article";
import { editArticle } from "@/lib/articles/edit-article";
import { promoteThread } from "@/lib/articles/promote-thread";
import { transitionArticle } from "@/lib/articles/transition-article";
import { renderMarkdown } from "@/lib/platform/markdown/render-markdown";
import { articles as seedArticles } from "./content/articles";
import type { SeedArticle } from "./content/types";
import { at, before, person, type World } from "./world";

const DAY_MINUTES = 24 * 60;

/** Every guide, written or promoted by its owner and brought to its state. */
export async function loadArticles(tx: Tx, world: World): Promise<void> {
  const originalsFirst = [...seedArticles].sort((a, b) => Number(Boolean(a.translationOf)) - Number(Boolean(b.translationOf)) || b.agoMinutes - a.agoMinutes);
  for (const article of originalsFirst) await loadArticle(tx, world, article);
  await linkArticles(tx, world);
}

async function loadArticle(tx: Tx, world: World, seed: SeedArticle): Promise<void> {
  const owner = person(world, seed.owner);
  const writtenAt = before(world, seed.agoMinutes);
  const details = { durationMinutes: seed.durationMinutes ?? null, scope: seed.appliesTo.join(", "), tools: seed.tools };
  const source = seed.sourceThread ? world.threads.get(seed.sourceThread) : undefined;
  const answerIds = (seed.sourceAnswers ?? []).flatMap((index) => (index === "chat" ? source?.chatAnswerId : source?.answerIds[index]) ?? []);
  const { id } = await at(writtenAt, async () => {
    if (!source || answerIds.length === 0) {
      return createArticle(owner, { title: seed.title, summary: seed.summary, body: seed.body, locale: seed.locale, category: seed.category, ...details }, tx);
    }
    const draft = await promoteThread(owner, source.id, { answerIds }, tx);
    await editArticle(owner, draft.id, { title: seed.title, summary: seed.summary, body: seed.body, category: seed.category, ...details }, tx);
    return draft;
  });
  const original = seed.translationOf ? world.articles.get(seed.translationOf) : undefined;
  if (seed.state === "in_review") await at(writtenAt, () => transitionArticle(owner, id, { to: "in_review" }, tx));
  if (seed.state === "published" || seed.state === "stale") {
    await at(writtenAt, () => transitionArticle(owner, id, { to: "published" }, tx));
    if (seed.state === "stale") await transitionArticle(owner, id, { to: "stale" }, tx);
  }
  await tx
    .update(articles)
    .set({
      translationOfId: original?.id ?? null,
      verifyEveryDays: seed.checkEveryDays,
      helpfulCount: seed.helpful ?? 0,
      unhelpfulCount: seed.notHelpful ?? 0,
      ...(seed.checkedDaysAgo === undefined ? {} : { verifiedAt: before(world, seed.checkedDaysAgo * DAY_MINUTES), verifiedById: owner.id }),
    })
    .where(eq(articles.id, id));
  const [row] = await tx.select({ slug: articles.slug }).from(articles).where(eq(articles.id, id));
  world.articles.set(seed.key, { id, slug: row?.slug ?? "guide" });
}

async function linkArticles(tx: Tx, world: World): Promise<void> {
  const rows = await tx
    .select({ id: articleRevisions.id, body: articleRevisions.body, locale: articles.locale })
    .from(articleRevisions)
    .innerJoin(articles, eq(articles.id, articleRevisions.articleId));
  for (const { id, body, locale } of rows) {
    const linked = body.replace(/\((thread|article):([a-z0-9-]+)\)/g, (whole, kind: string, key: string) => {
      const entry = kind === "thread" ? world.threads.get(key) : world.articles.get(key);
      return entry ? `(/${kind === "thread" ? "t" : "kb"}/${entry.id}/${entry.slug})` : whole;
    });
    if (linked !== body) await tx.update(articleRevisions).set({ body: linked, bodyHtml: renderMarkdown(linked, { article: true, locale }).html }).where(eq(articleRevisions.id, id));
  }
}
