import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { ArticleFeedback, type FeedbackWords } from "@/components/articles/article-feedback";
import { ArticleHead } from "@/components/articles/article-head";
import { Provenance } from "@/components/articles/provenance";
import { ReadRecorder } from "@/components/articles/read-recorder";
import { TocLinks } from "@/components/articles/toc-links";
import { Availability } from "@/components/human/availability";
import { HumanCard } from "@/components/human/human-card";
import { humanWords } from "@/components/human/human-words";
import { Page } from "@/components/layout/page";
import { StructuredData } from "@/components/layout/structured-data";
import { RelatedHits } from "@/components/search/related-hits";
import { Markdown } from "@/components/ui/markdown";
import { ArticleVideos } from "@/components/videos/article-videos";
import { getArticle } from "@/lib/articles/get-article";
import { isStaff } from "@/lib/members/actor";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { type Translate, translator } from "@/lib/platform/i18n/translator";
import { keepPrivate, tagPage } from "@/lib/platform/pages/page-tags";
import { site } from "@/lib/platform/site";
import { relatedTo } from "@/lib/search/related-to";
import { listVideos } from "@/lib/videos/list-videos";
import { articleData } from "./structured-data";

type ArticleProps = { params: Promise<{ locale: string; id: string; slug?: string[] }>; searchParams: Promise<{ t?: string | string[] }> };

const reasons = ["unclear", "outdated", "wrong", "missing", "other"] as const;

/** Asked for the title and for the page, read once. */
const articleOf = cache(async (id: string) => (/^[1-9]\d{0,14}$/.test(id) ? getArticle(await currentActor(), Number(id)) : null));

export async function generateMetadata({ params }: ArticleProps): Promise<Metadata> {
  const { locale, id } = await params;
  const article = isLocale(locale) ? await articleOf(id) : null;
  if (!article) return {};
  const canonical = href(article.locale, `/kb/${article.id}/${article.slug}`);
  const languages = Object.fromEntries([article, ...article.translations].map((one) => [one.locale, href(one.locale, `/kb/${one.id}/${one.slug}`)]));
  const hidden = article.category.audience !== "public" || !/^(published|stale)$/.test(article.state);
  return {
    title: article.title,
    description: article.summary,
    alternates: { canonical, languages },
    robots: hidden ? { index: false } : undefined,
    openGraph: { type: "article", title: article.title, description: article.summary, url: canonical, siteName: site.community, locale: article.locale },
  };
}

export default async function ArticlePage({ params, searchParams }: ArticleProps) {
  const { locale, id, slug } = await params;
  if (!isLocale(locale)) notFound();
  const article = await articleOf(id);
  if (!article) notFound();
  const path = `/kb/${article.id}/${article.slug}`;
  if (slug?.length !== 1 || decodeURIComponent(slug[0] ?? "") !== article.slug) permanentRedirect(href(locale, path));
  tagPage(`article:${article.id}`, ...(article.sourceThread ? [`thread:${article.sourceThread.id}`] : []));
  tagPage(...article.translations.map((other) => `article:${other.id}`));
  if (article.category.audience !== "public" || !/^(published|stale)$/.test(article.state)) keepPrivate();

  const actor = await currentActor();
  const [related, videos, { t: start }] = await Promise.all([relatedTo(actor, "article", article.id, locale, 7), listVideos(actor, article.id), searchParams]);
  tagPage(...related.map((hit) => `${hit.kind}:${hit.id}`));
  const t = translator(locale);
  const parts = article.toc.filter(({ level }) => level === 2);
  const human = !isStaff(actor);
  return (
    <Page locale={locale} path={path} current="guides">
      <div className="art">
        {parts.length > 1 ? (
          <nav className="toc" aria-label={t("article.onThisPage")}>
            <h2>{t("article.onThisPage")}</h2>
            <TocLinks entries={parts.map(({ id, text }) => ({ id, text }))} />
          </nav>
        ) : (
          <div className="toc" />
        )}
        <article lang={article.locale === locale ? undefined : article.locale}>
          <ArticleHead locale={locale} article={article} />
          <ArticleVideos locale={locale} videos={videos} start={/^\d{1,5}$/.test(String(start)) ? Number(start) : undefined} />
          <Markdown html={article.bodyHtml} className="guide" />
          <ArticleFeedback id={article.id} words={feedbackWords(t)} solved={t("article.solvedFor", { count: article.helpfulCount })} />
          <Provenance locale={locale} article={article} />
        </article>
        <aside className="side" aria-label={t("threads.helpLabel")}>
          {human && <HumanCard locale={locale} category={article.category.slug} />}
          <RelatedHits locale={locale} title={t("article.related")} hits={related.filter(({ kind }) => kind === "thread").slice(0, 4)} />
          <RelatedHits locale={locale} title={t("article.next")} hits={related.filter(({ kind }) => kind === "article").slice(0, 3)} />
        </aside>
      </div>
      {human && <Availability query="" locale={locale} words={humanWords(t)} />}
      <ReadRecorder id={article.id} />
      <StructuredData data={articleData(article, videos)} />
    </Page>
  );
}

function feedbackWords(t: Translate): FeedbackWords {
  return {
    label: t("article.feedback"),
    question: t("article.helped"),
    yes: t("article.yes"),
    no: t("article.no"),
    thanks: t("article.thanks"),
    why: t("article.why"),
    comment: t("article.comment"),
    send: t("article.send"),
    sending: t("common.sending"),
    offline: t("threads.offline"),
    reasons: Object.fromEntries(reasons.map((reason) => [reason, t(`article.reason.${reason}`)])),
  };
}
