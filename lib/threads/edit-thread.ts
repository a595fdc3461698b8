import { eq } from "drizzle-orm";
import type { z } from "zod";
import { inTransaction, type Tx } from "@/db/client";
import { revisions, threads, threadTags } from "@/db/schema";
import type { Actor, Member } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { holdForReview } from "@/lib/moderation/hold-for-review";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { Conflict } from "@/lib/platform/errors";
import { publishToTopic } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";
import { renderMarkdown } from "@/lib/platform/markdown/render-markdown";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { recordSearchChange } from "@/lib/platform/search/record-search-change";
import { slugOf } from "@/lib/platform/slug";
import { resolveTags } from "@/lib/tags/resolve-tags";
import { changeThreadStatus } from "./change-thread-status";
import { countTags } from "./count-thread";
import { type FoundThread, findThread } from "./find-thread";
import { editThreadInput } from "./input";
import { mustBeHeld } from "./must-be-held";
import { pagesOf } from "./pages-of";
import { canEditThread, isAuthor } from "./permissions";

/** Changes a thread's words. Who began with an older version is shown the newer one instead (Conflict). */
export async function editThread(
  actor: Actor,
  input: unknown,
  outer?: Tx,
): Promise<{ id: number; slug: string; version: number }> {
  const change = parseInput(editThreadInput, input);
  return inTransaction(async (tx) => {
    const thread = await findThread(tx, actor, change.id, { lock: true });
    const editor = requireMember(actor);
    assertCan(canEditThread(editor, thread));
    refuseStale(thread, change.version);

    const title = change.title ?? thread.title;
    const body = change.body ?? thread.body;
    const rendered = renderMarkdown(body, { locale: thread.locale });
    const version = thread.version + 1;
    const slug = slugOf(title);
    if (title !== thread.title || body !== thread.body) {
      const before = { title: thread.title, body: thread.body };
      await tx
        .insert(revisions)
        .values({ targetKind: "thread", targetId: thread.id, ...before, editorId: editor.id, createdAt: now() });
    }
    const facts = change.facts ?? thread.facts;
    const tried = change.tried ?? thread.tried;
    await tx
      .update(threads)
      .set({ title, slug, body, bodyHtml: rendered.html, facts, tried, version, editedAt: now() })
      .where(eq(threads.id, thread.id));
    const newTags = await replaceTags(tx, editor, thread, change);

    await recordAudit(tx, editor, "thread.edited", { kind: "thread", id: thread.id }, { version });
    if (thread.status === "published" && isAuthor(editor, thread) && mustBeHeld(editor, title, rendered)) {
      await changeThreadStatus(tx, editor, thread.id, "held");
      await holdForReview(tx, { kind: "thread", id: thread.id });
    }
    await invalidatePages(tx, ...pagesOf(thread), ...newTags.map((id) => `tag:${id}`));
    await publishToTopic(tx, `thread:${thread.id}`, { type: "thread.edited" });
    await enqueue(tx, "thread.edited", { threadId: thread.id, mentions: rendered.mentions });
    await recordSearchChange(tx, "thread", thread.id);
    return { id: thread.id, slug, version };
  }, outer);
}

function refuseStale(thread: FoundThread, version: number | undefined) {
  if (version === undefined || version === thread.version) return;
  const { title, body } = thread;
  throw new Conflict("edited", "error.post.edited", {}, { current: { title, body, version: thread.version } });
}

async function replaceTags(
  tx: Tx,
  editor: Member,
  thread: FoundThread,
  { tags: names }: z.output<typeof editThreadInput>,
): Promise<number[]> {
  if (!names) return [];
  const wanted = (await resolveTags(tx, editor, names)).map((tag) => tag.id);
  const added = wanted.filter((id) => !thread.tagIds.includes(id));
  const removed = thread.tagIds.filter((id) => !wanted.includes(id));
  if (added.length + removed.length === 0) return [];
  await tx.delete(threadTags).where(eq(threadTags.threadId, thread.id));
  if (wanted.length > 0) await tx.insert(threadTags).values(wanted.map((tagId) => ({ threadId: thread.id, tagId })));
  if (thread.status === "published") {
    await countTags(tx, added, 1);
    await countTags(tx, removed, -1);
  }
  return added;
}
