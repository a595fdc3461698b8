import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { answers, comments, threads } from "@/db/schema";
import { changeAnswerStatus } from "@/lib/answers/change-answer-status";
import { changeCommentStatus } from "@/lib/comments/change-comment-status";
import type { Actor } from "@/lib/members/actor";
import { NotFound } from "@/lib/platform/errors";
import { changeThreadStatus } from "@/lib/threads/change-thread-status";
import type { PostKind, PostStatus } from "@/lib/threads/thread-view";

export type Post = { kind: PostKind; id: number; threadId: number; slug: string; title: string; body: string; authorId: number; status: PostStatus };

/** The post a case is about, whatever its state; throws NotFound when it never was. */
export async function findPost(tx: Pick<Tx, "select">, kind: PostKind, id: number): Promise<Post> {
  const table = kind === "answer" ? answers : comments;
  const [row] =
    kind === "thread"
      ? await tx
          .select({ id: threads.id, threadId: threads.id, slug: threads.slug, title: threads.title, body: threads.body, authorId: threads.authorId, status: threads.status })
          .from(threads)
          .where(eq(threads.id, id))
      : await tx
          .select({ id: table.id, threadId: table.threadId, slug: threads.slug, title: threads.title, body: table.body, authorId: table.authorId, status: table.status })
          .from(table)
          .innerJoin(threads, eq(threads.id, table.threadId))
          .where(eq(table.id, id));
  if (!row) throw new NotFound();
  return { kind, ...row };
}

/** Publishes, hides or deletes the post with everything that hangs on it. */
export async function changePostStatus(tx: Tx, actor: Actor, post: Pick<Post, "kind" | "id">, status: PostStatus, reason: string | null): Promise<void> {
  if (post.kind === "thread") return changeThreadStatus(tx, actor, post.id, status, reason);
  if (post.kind === "answer") return changeAnswerStatus(tx, actor, post.id, status, reason);
  return changeCommentStatus(tx, actor, post.id, status, reason);
}

export function pathOf(post: Pick<Post, "kind" | "id" | "threadId" | "slug">): string {
  const page = `/t/${post.threadId}/${post.slug}`;
  return post.kind === "thread" ? page : `${page}#${post.kind}-${post.id}`;
}
