import { and, eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { tags } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { NotFound } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs";
import { renderMarkdown } from "@/lib/platform/markdown/render-markdown";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { editTagInput } from "./input";
import { canEditTag, canRenameTag } from "./permissions";
import { visibleTags } from "./visible";

/** Writes the tag's wiki; staff may also rename it. Its address stays. */
export async function editTag(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number }> {
  const { slug, name, description } = parseInput(editTagInput, input);
  const editor = requireMember(actor);
  assertCan(canEditTag(editor));
  return inTransaction(async (tx) => {
    const [tag] = await tx.select().from(tags).where(and(eq(tags.slug, slug), visibleTags(editor))).for("no key update");
    if (!tag) throw new NotFound();
    assertCan(name === undefined || name === tag.name || canRenameTag(editor));
    const wiki = description === undefined ? {} : { description, descriptionHtml: renderMarkdown(description).html };
    await tx
      .update(tags)
      .set({ name: name ?? tag.name, ...wiki })
      .where(eq(tags.id, tag.id));
    const before = { name: tag.name, description: tag.description };
    await recordAudit(tx, editor, "tag.edited", { kind: "tag", id: tag.id }, { before });
    await invalidatePages(tx, `tag:${tag.id}`);
    await enqueue(tx, "tag.edited", { tagId: tag.id });
    return { id: tag.id };
  }, outer);
}
