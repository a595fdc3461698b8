import { and, eq, isNotNull, isNull, not, or } from "drizzle-orm";
import { db } from "@/db/client";
import { articles, conversations, files } from "@/db/schema";
import { visibleArticles } from "@/lib/articles/visible";
import { visibleConversations } from "@/lib/conversations/visible";
import { type Actor, memberId } from "@/lib/members/actor";

export type FileView = { id: string; name: string; mime: string; size: number; sha256: string; /** Everybody may see it, for ever. */ shared: boolean; ofArticle: boolean };

/** A file, or null: those of a conversation only for who may open it, those of an article only for who may read it, some for their owner alone. */
export async function getFile(actor: Actor, id: string): Promise<FileView | null> {
  const [row] = await db
    .select({ file: files })
    .from(files)
    .leftJoin(conversations, eq(conversations.id, files.conversationId))
    .leftJoin(articles, eq(articles.id, files.articleId))
    .where(
      and(
        eq(files.id, id),
        or(isNull(files.conversationId), and(isNotNull(conversations.id), visibleConversations(actor))),
        or(isNull(files.articleId), and(isNotNull(articles.id), visibleArticles(actor))),
        or(not(files.ownerOnly), eq(files.ownerId, memberId(actor) ?? 0)),
      ),
    );
  if (!row) return null;
  const { name, mime, size, sha256, conversationId, articleId, ownerOnly } = row.file;
  return { id, name, mime, size, sha256, shared: conversationId === null && articleId === null && !ownerOnly, ofArticle: articleId !== null };
}
