import type { Tx } from "@/db/client";
import type { FoundArticle } from "@/lib/articles/find-article";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { recordSearchChange } from "@/lib/platform/search/record-search-change";

/** What shows and finds a video is its article; passages are indexed along with it. */
export async function showVideoChange(tx: Tx, article: FoundArticle): Promise<void> {
  await recordSearchChange(tx, "article", article.id);
  await invalidatePages(tx, `article:${article.id}`);
}
