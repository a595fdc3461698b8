import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ArticleForm } from "@/components/articles/article-form";
import { PickAnswersForm } from "@/components/articles/pick-answers-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { composerLabels } from "@/components/ui/composer-labels";
import { listSourceAnswers } from "@/lib/articles/list-source-answers";
import { listCategories } from "@/lib/categories/list-categories";
import type { Member } from "@/lib/members/actor";
import { Forbidden, NotFound } from "@/lib/platform/errors";
import { formatDate } from "@/lib/platform/i18n/format";
import { href, isLocale, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { excerpt } from "@/lib/platform/markdown/excerpt";
import { plainText } from "@/lib/platform/markdown/plain-text";
import { requireStaff } from "../../require-staff";
import { StaffFrame } from "../../staff-frame";
import { createArticleAction, promoteThreadAction } from "../actions";
import { articleTexts, categoryOptions } from "../article-texts";

type NewArticleProps = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: NewArticleProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("editor.new"), robots: { index: false } } : {};
}

/** A new guide: of a thread's answers with ?thread=, else from nothing. */
export default async function NewArticlePage({ params, searchParams }: NewArticleProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requireStaff();
  const { thread, title } = await searchParams;
  const t = translator(locale);
  return (
    <StaffFrame locale={locale} path="/staff/articles" current="articles" actor={actor}>
      <div>
        <div className="sthead">
          <Breadcrumbs label={t("editor.articles")} items={[{ href: href(locale, "/staff/articles"), label: t("editor.articles") }]} />
        </div>
        <div className="edit">
          {typeof thread === "string" && /^[1-9]\d{0,14}$/.test(thread) ? (
            <FromThread locale={locale} actor={actor} threadId={Number(thread)} />
          ) : (
            <FromNothing locale={locale} actor={actor} title={typeof title === "string" ? title.slice(0, 160) : ""} />
          )}
        </div>
      </div>
    </StaffFrame>
  );
}

async function FromThread({ locale, actor, threadId }: { locale: Locale; actor: Member; threadId: number }) {
  const source = await sourceOf(actor, threadId);
  if (source.articleId !== null) redirect(href(locale, `/staff/articles/${source.articleId}`));
  const t = translator(locale);
  const best = source.answers.filter(({ accepted, official }) => accepted || official);
  const suggested = best.length > 0 ? best : source.answers.slice(0, 1);
  return (
    <div>
      <h1 className="text-[21px]/7">{t("editor.fromThread", { title: source.title })}</h1>
      <p className="mut2">{excerpt(plainText(source.body), 300)}</p>
      <p className="mut2">{t("editor.pickHint")}</p>
      <PickAnswersForm
        action={promoteThreadAction}
        locale={locale}
        threadId={threadId}
        answers={source.answers.map((answer) => ({
          id: answer.id,
          label: [
            answer.author,
            formatDate(locale, answer.createdAt, "short"),
            answer.accepted && t("state.accepted"),
            answer.score > 0 && t("editor.score", { score: answer.score }),
          ]
            .filter(Boolean)
            .join(" · "),
          excerpt: excerpt(plainText(answer.body), 280),
          chosen: suggested.includes(answer),
        }))}
        texts={{ legend: t("editor.pickAnswers"), submit: t("editor.makeDraft"), busy: t("common.saving") }}
      />
    </div>
  );
}

async function sourceOf(actor: Member, threadId: number) {
  try {
    return await listSourceAnswers(actor, threadId);
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) notFound();
    throw error;
  }
}

async function FromNothing({ locale, actor, title }: { locale: Locale; actor: Member; title: string }) {
  const t = translator(locale);
  return (
    <div>
      <h1 className="vh">{t("editor.new")}</h1>
      <ArticleForm
        action={createArticleAction}
        locale={locale}
        article={{ title, summary: "", body: "", locale, category: "", durationMinutes: null, scope: "", tools: [] }}
        categories={categoryOptions(await listCategories(actor), locale)}
        labels={composerLabels(t)}
        draftKey="article-new"
        texts={articleTexts(t)}
      />
    </div>
  );
}
