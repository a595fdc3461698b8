import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ArticleFacts } from "@/components/articles/article-facts";
import { ArticleForm } from "@/components/articles/article-form";
import { RevisionList } from "@/components/articles/revision-list";
import { TextDiff } from "@/components/articles/text-diff";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { composerLabels } from "@/components/ui/composer-labels";
import { Note } from "@/components/ui/note";
import { VideoEditor } from "@/components/videos/video-editor";
import { getArticle } from "@/lib/articles/get-article";
import { listRevisions, type RevisionView } from "@/lib/articles/list-revisions";
import { listCategories } from "@/lib/categories/list-categories";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { href, isLocale, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { listVideos } from "@/lib/videos/list-videos";
import { requireStaff } from "../../require-staff";
import { StaffFrame } from "../../staff-frame";
import { editArticleAction } from "../actions";
import { articleTexts, categoryOptions, diffTexts } from "../article-texts";
import { ArticleSteps } from "./article-steps";

type ArticleProps = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const articleOf = cache(async (id: string) => (/^[1-9]\d{0,14}$/.test(id) ? getArticle(await currentActor(), Number(id), { staged: true }) : null));

export async function generateMetadata({ params }: ArticleProps): Promise<Metadata> {
  const { locale, id } = await params;
  const actor = isLocale(locale) ? await requireStaff() : null;
  const article = actor ? await articleOf(id) : null;
  return article ? { title: article.title, robots: { index: false } } : {};
}

export default async function StaffArticlePage({ params, searchParams }: ArticleProps) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requireStaff();
  const article = await articleOf(id);
  if (!article) notFound();
  const asked = await searchParams;
  const [revisions, categories, videos] = await Promise.all([
    listRevisions(actor, article.id),
    listCategories(actor),
    listVideos(actor, article.id, { unfinished: true }),
  ]);
  const shown = typeof asked.revision === "string" ? Number(asked.revision) : null;
  const t = translator(locale);
  const isPublic = article.state === "published" || article.state === "stale";
  return (
    <StaffFrame locale={locale} path={`/staff/articles/${article.id}`} current="articles" actor={actor}>
      <div>
        <div className="sthead">
          <Breadcrumbs label={t("editor.articles")} items={[{ href: href(locale, "/staff/articles"), label: t("editor.articles") }]} />
          <span className="grow" />
          {isPublic && (
            <a className="lk" href={href(article.locale, `/kb/${article.id}/${article.slug}`)}>
              {t("editor.asReaders")}
            </a>
          )}
        </div>
        <div className="edit">
          <div>
            <h1 className="text-[21px]/7">{article.title}</h1>
            {asked.saved === "1" && <Note live>{t(isPublic ? "editor.savedStaged" : "editor.saved")}</Note>}
            {asked.moved === "1" && <Note live>{t("editor.moved", { state: t(`editor.state.${article.state}`) })}</Note>}
            {shown !== null && <Revision locale={locale} revisions={revisions} number={shown} />}
            <ArticleForm
              key={article.version}
              action={editArticleAction}
              locale={locale}
              id={article.id}
              version={article.version}
              article={{ ...article, category: article.category.slug }}
              categories={categoryOptions(categories, locale)}
              labels={composerLabels(t)}
              texts={articleTexts(t)}
            />
            <VideoEditor locale={locale} articleId={article.id} videos={videos} />
          </div>
          <aside aria-label={t("editor.about")}>
            <ArticleSteps locale={locale} article={article} />
            <ArticleFacts locale={locale} article={article} />
            <section aria-labelledby="revisions">
              <h2 id="revisions">{t("editor.revisions")}</h2>
              <RevisionList locale={locale} articleId={article.id} revisions={revisions} shown={shown} />
            </section>
          </aside>
        </div>
      </div>
    </StaffFrame>
  );
}

/** What one revision changed of the one before it. */
function Revision({ locale, revisions, number }: { locale: Locale; revisions: RevisionView[]; number: number }) {
  const t = translator(locale);
  const revision = revisions.find((each) => each.number === number);
  if (!revision) return null;
  const earlier = revisions.find((each) => each.number === number - 1);
  return (
    <section id="revision" aria-labelledby="revision-title" className="grid gap-2">
      <h2 id="revision-title" className="text-[17px]/6">
        {t("editor.revisionChanged", { number })}
      </h2>
      <TextDiff before={earlier ? textOf(earlier) : ""} after={textOf(revision)} texts={diffTexts(t)} />
    </section>
  );
}

function textOf({ title, body }: RevisionView): string {
  return `# ${title}\n\n${body}`;
}
