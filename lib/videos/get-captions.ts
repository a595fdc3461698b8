import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { articles, videoCaptions, videos } from "@/db/schema";
import { visibleArticles } from "@/lib/articles/visible";
import type { Actor } from "@/lib/members/actor";
import type { Locale } from "@/lib/platform/i18n/locale";

/** A video's captions as WebVTT, or null: for those who may read its article. */
export async function getCaptions(actor: Actor, videoId: number, locale: Locale): Promise<string | null> {
  const [found] = await db
    .select({ vtt: videoCaptions.vtt })
    .from(videoCaptions)
    .innerJoin(videos, eq(videos.id, videoCaptions.videoId))
    .innerJoin(articles, eq(articles.id, videos.articleId))
    .where(and(eq(videoCaptions.videoId, videoId), eq(videoCaptions.locale, locale), visibleArticles(actor)));
  return found?.vtt ?? null;
}
