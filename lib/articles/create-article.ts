import { eq } from "drizzle-orm";
import { type Tx, inTransaction } from "@/db/client";
import { articles, categories } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { InvalidInput } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { slugOf } from "@/lib/platform/slug";
import { createArticleInput } from "./input";
import { canWriteArticle } from "./permissions";
import { writeRevision } from "./write-revision";

/** A member of staff writes a new article; it is a draft until it is published. */
export async function createArticle(actor: Actor, input: unknown, tx?: Tx): Promise<{ id: number; slug: string }> {
  const given = parseInput(createArticleInput, input);
  const writer = requireMember(actor);
  assertCan(canWriteArticle(actor));
  return inTransaction(async (tx) => {
    const [category] = await tx.select({ id: categories.id }).from(categories).where(eq(categories.slug, given.category));
    if (!category) throw new InvalidInput({ category: { key: "error.category.unknown" } });
    const slug = slugOf(given.title);
    const [article] = await tx
      .insert(articles)
      .values({
        slug,
        locale: given.locale,
        categoryId: category.id,
        ownerId: writer.id,
        title: given.title,
        summary: given.summary,
        durationMinutes: given.durationMinutes,
        scope: given.scope,
        tools: given.tools,
        translationOfId: given.translationOf ?? null,
        createdAt: now(),
        updatedAt: now(),
      })
      .returning({ id: articles.id });
    if (!article) throw new Error("no article written");
    await writeRevision(tx, actor, { id: article.id, locale: given.locale }, given);
    await recordAudit(tx, actor, "article.created", { kind: "article", id: article.id });
    return { id: article.id, slug };
  }, tx);
}
