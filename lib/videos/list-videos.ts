import { and, asc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { articles, files, videoCaptions, videos } from "@/db/schema";
import { visibleArticles } from "@/lib/articles/visible";
import type { Actor } from "@/lib/members/actor";
import type { VideoView } from "./video-view";

/** An article's videos with what is said in them, in the order they were added; those without a file only when asked for. One query. */
export async function listVideos(actor: Actor, articleId: number, { unfinished = false } = {}): Promise<VideoView[]> {
  const rows = await db
    .select({
      video: videos,
      mime: files.mime,
      size: files.size,
      captions: sql<VideoView["captions"]>`(
        select coalesce(json_agg(json_build_object('locale', ${videoCaptions.locale}, 'cues', ${videoCaptions.cues}) order by ${videoCaptions.locale}), '[]')
        from ${videoCaptions} where ${videoCaptions.videoId} = ${videos.id})`,
    })
    .from(videos)
    .innerJoin(articles, eq(articles.id, videos.articleId))
    .leftJoin(files, eq(files.id, videos.fileId))
    .where(and(eq(videos.articleId, articleId), visibleArticles(actor), unfinished ? undefined : sql`${videos.fileId} is not null`))
    .orderBy(asc(videos.id));
  return rows.map(({ video: { fileId, ...video }, mime, size, captions }) => ({
    id: video.id,
    title: video.title,
    silent: video.silent,
    file: fileId && mime && size !== null ? { id: fileId, mime, size } : null,
    posterId: video.posterId,
    captions,
    createdAt: video.createdAt,
  }));
}
