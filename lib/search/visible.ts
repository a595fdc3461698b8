import { type SQL, sql } from "drizzle-orm";
import { articles, threads, videoPassages, videos } from "@/db/schema";
import { listedArticles } from "@/lib/articles/visible";
import type { Actor } from "@/lib/members/actor";
import { listedThreads } from "@/lib/threads/visible";

/** Condition on search_documents, asked of the tables of truth at this moment: the index is never believed. */
export function visibleDocuments(actor: Actor): SQL {
  return sql`(
    (search_documents.kind = 'thread' and exists (select 1 from ${threads} where ${threads.id} = search_documents.doc_id and ${listedThreads(actor)}))
    or (search_documents.kind = 'article' and exists (select 1 from ${articles} where ${articles.id} = search_documents.doc_id and ${listedArticles(actor)}))
    or (search_documents.kind = 'video' and exists (
      select 1 from ${videoPassages} join ${videos} on ${videos.id} = ${videoPassages.videoId} join ${articles} on ${articles.id} = ${videos.articleId}
      where ${videoPassages.id} = search_documents.doc_id and ${videos.fileId} is not null and ${listedArticles(actor)})))`;
}
