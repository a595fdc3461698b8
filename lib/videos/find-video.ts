import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { videos } from "@/db/schema";
import { findArticle, type FoundArticle } from "@/lib/articles/find-article";
import { canWriteArticle } from "@/lib/articles/permissions";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { NotFound } from "@/lib/platform/errors";

export type FoundVideo = typeof videos.$inferSelect;

/** The video with its article, locked, for whoever may change both; throws NotFound or Forbidden otherwise. */
export async function findVideo(tx: Tx, actor: Actor, id: number): Promise<{ video: FoundVideo; article: FoundArticle }> {
  const [video] = await tx.select().from(videos).where(eq(videos.id, id));
  if (!video) throw new NotFound();
  const article = await findArticle(tx, actor, video.articleId);
  assertCan(canWriteArticle(actor));
  return { video, article };
}
