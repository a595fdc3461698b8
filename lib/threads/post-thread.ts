import { inTransaction, type Tx } from "@/db/client";
import { subscriptions, threads, threadTags } from "@/db/schema";
import { type FoundCategory, findCategory } from "@/lib/categories/find-category";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { holdForReview } from "@/lib/moderation/hold-for-review";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { enqueue } from "@/lib/platform/jobs";
import { renderMarkdown } from "@/lib/platform/markdown/render-markdown";
import { once } from "@/lib/platform/once";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { recordSearchChange } from "@/lib/platform/search/record-search-change";
import { slugOf } from "@/lib/platform/slug";
import { resolveTags } from "@/lib/tags/resolve-tags";
import { countThread } from "./count-thread";
import { postThreadInput } from "./input";
import { mustBeHeld } from "./must-be-held";
import { pagesOf } from "./pages-of";
import { canPostThread } from "./permissions";

export type PostedThread = { id: number; slug: string; held: boolean };

/** Asks a question, opens a discussion, announces. Suspicious first posts wait for a moderator (`held`). */
export async function postThread(actor: Actor, input: unknown, outer?: Tx): Promise<PostedThread> {
  const parsed = parseInput(postThreadInput, input);
  const author = requireMember(actor);
  assertCan(canPostThread(author, parsed.kind));
  const locale = parsed.locale ?? author.locale;
  const rendered = renderMarkdown(parsed.body, { locale });
  const held = mustBeHeld(author, parsed.title, rendered);

  return inTransaction(
    (tx) =>
      once(tx, `member:${author.id}`, parsed.clientId && `thread:${parsed.clientId}`, async () => {
        const category = await findCategory(tx, author, parsed.category);
        const tags = await resolveTags(tx, author, parsed.tags);
        const tagIds = tags.map((tag) => tag.id);
        const { title, body, kind, facts, tried } = parsed;
        const text = { title, slug: slugOf(title), body, bodyHtml: rendered.html, kind, facts, tried, locale };
        const id = await insertThread(tx, author.id, category, tagIds, { ...text, status: held ? "held" : "published" });

        await recordAudit(tx, author, "thread.posted", { kind: "thread", id }, held ? { held } : {});
        if (held) {
          await holdForReview(tx, { kind: "thread", id });
        } else {
          await countThread(tx, { categoryId: category.id, tagIds }, 1);
          await invalidatePages(tx, ...pagesOf({ id, authorId: author.id, locale, categoryPath: category.path, tagIds }));
          await enqueue(tx, "thread.posted", { threadId: id, mentions: rendered.mentions });
          await recordSearchChange(tx, "thread", id);
        }
        return { id, slug: text.slug, held };
      }),
    outer,
  );
}

type Text = Pick<
  typeof threads.$inferInsert,
  "title" | "slug" | "body" | "bodyHtml" | "kind" | "facts" | "tried" | "locale" | "status"
>;

async function insertThread(tx: Tx, authorId: number, category: FoundCategory, tagIds: number[], text: Text): Promise<number> {
  const at = now();
  const [row] = await tx
    .insert(threads)
    .values({ ...text, authorId, categoryId: category.id, followerCount: 1, createdAt: at, lastActivityAt: at })
    .returning({ id: threads.id });
  if (!row) throw new Error("no row came back");
  if (tagIds.length > 0) await tx.insert(threadTags).values(tagIds.map((tagId) => ({ threadId: row.id, tagId })));
  await tx.insert(subscriptions).values({ threadId: row.id, memberId: authorId, createdAt: at });
  return row.id;
}
