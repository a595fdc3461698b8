import type { ArticleView } from "@/lib/articles/article-view";
import { publicUrl } from "@/lib/platform/config";
import { href } from "@/lib/platform/i18n/locale";
import { site } from "@/lib/platform/site";
import type { VideoView } from "@/lib/videos/video-view";

/** A guide as search engines read it; one with steps also says them. */
export function articleData(article: ArticleView, videos: VideoView[] = []): object | null {
  if (article.category.audience !== "public" || !/^(published|stale)$/.test(article.state)) return null;
  const url = publicUrl() + href(article.locale, `/kb/${article.id}/${article.slug}`);
  const about = { headline: article.title, name: article.title, description: article.summary, url, inLanguage: article.locale };
  const dates = { datePublished: article.publishedAt?.toISOString(), dateModified: article.updatedAt.toISOString() };
  const author = { "@type": "Organization", name: site.company };
  const steps = stepsOf(article.bodyHtml);
  const guide = { "@type": "Article", ...about, ...dates, author, publisher: author };
  const films = videos.map((video) => filmOf(video, article, url));
  if (steps.length < 2 && films.length === 0) return { "@context": "https://schema.org", ...guide };
  const howTo = {
    "@type": "HowTo",
    ...about,
    ...(article.durationMinutes && { totalTime: `PT${article.durationMinutes}M` }),
    tool: article.tools.map((name) => ({ "@type": "HowToTool", name })),
    step: steps.map((name, index) => ({ "@type": "HowToStep", position: index + 1, name })),
  };
  return { "@context": "https://schema.org", "@graph": [guide, ...(steps.length < 2 ? [] : [howTo]), ...films] };
}

function filmOf({ id, title, file, posterId, createdAt }: VideoView, article: ArticleView, url: string): object {
  return {
    "@type": "VideoObject",
    name: title,
    description: article.summary || article.title,
    url: `${url}#video-${id}`,
    contentUrl: `${publicUrl()}/files/${file?.id}`,
    uploadDate: createdAt.toISOString(),
    ...(posterId && { thumbnailUrl: `${publicUrl()}/files/${posterId}` }),
  };
}

/** Items of ordered lists that begin with a title of their own. */
function stepsOf(html: string): string[] {
  return [...html.matchAll(/<li>\s*<p><strong>([^<]+)<\/strong><\/p>/g)].map((found) =>
    (found[1] ?? "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
  );
}
