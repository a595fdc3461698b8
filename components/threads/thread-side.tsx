import { HumanCard } from "@/components/human/human-card";
import { RelatedHits } from "@/components/search/related-hits";
import { Tag } from "@/components/ui/tag";
import { formatDate, formatDuration, formatNumber } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import type { RelatedHit } from "@/lib/search/related-to";
import type { ThreadArticle, ThreadView } from "@/lib/threads/thread-view";

const mostGuides = 3;
const mostThreads = 5;

/** Beside the spine: a human, the guide, what is similar, and facts about the thread. */
export function ThreadSide({ locale, thread, human, near }: { locale: Locale; thread: ThreadView; human: boolean; near: RelatedHit[] }) {
  const guides = near.filter(({ kind, id }) => kind === "article" && id !== thread.article?.id).slice(0, mostGuides);
  const t = translator(locale);
  const isQuestion = thread.kind === "question";
  return (
    <aside className="side" aria-label={t("threads.helpLabel")}>
      {human && <HumanCard locale={locale} threadId={thread.id} />}
      {thread.article && <Guide locale={locale} article={thread.article} />}
      <RelatedHits locale={locale} title={t("threads.relatedGuides")} hits={guides} />
      <RelatedHits locale={locale} title={t("threads.related")} hits={near.filter(({ kind }) => kind === "thread").slice(0, mostThreads)} />
      <section>
        <h2 className="sh">{t(isQuestion ? "threads.about" : "threads.aboutDiscussion")}</h2>
        <dl className="sfacts">
          {isQuestion && thread.firstAnswerAt && (
            <>
              <dt>{t("threads.firstHelp")}</dt>
              <dd>{firstHelp(locale, (thread.firstAnswerAt.getTime() - thread.createdAt.getTime()) / 1000)}</dd>
            </>
          )}
          <dt>{t("threads.lastActivity")}</dt>
          <dd>{formatDate(locale, thread.lastActivityAt, "date")}</dd>
          {thread.viewCount > 0 && (
            <>
              <dt>{t("threads.views")}</dt>
              <dd>{formatNumber(locale, thread.viewCount)}</dd>
            </>
          )}
          <dt>{t("threads.followers")}</dt>
          <dd>{t("threads.people", { count: thread.followerCount })}</dd>
        </dl>
        {thread.tags.length > 0 && (
          <div className="tags mt-3">
            {thread.tags.map((tag) => (
              <Tag key={tag.id} name={tag.name} href={href(locale, `/tags/${tag.slug}`)} />
            ))}
          </div>
        )}
      </section>
    </aside>
  );
}

/** Nobody counts the seconds. */
function firstHelp(locale: Locale, seconds: number): string {
  return seconds < 90 ? translator(locale)("common.minutes", { count: 1 }) : formatDuration(locale, seconds);
}

function Guide({ locale, article }: { locale: Locale; article: ThreadArticle }) {
  const t = translator(locale);
  const minutes = article.durationMinutes && `${t("common.minutes", { count: article.durationMinutes })}.`;
  const checked = article.verifiedAt && t("threads.verifiedIn", { month: formatDate(locale, article.verifiedAt, "month") });
  return (
    <section>
      <h2 className="sh">{t("threads.theGuide")}</h2>
      <a className="sart" href={href(locale, `/kb/${article.id}/${article.slug}`)}>
        <b>{article.title}</b>
        <span className="mut">{[minutes, checked].filter(Boolean).join(" ")}</span>
      </a>
    </section>
  );
}
