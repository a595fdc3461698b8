import { ScheduleForm } from "@/components/articles/schedule-form";
import { OneButtonForm } from "@/components/members/one-button-form";
import type { ArticleView } from "@/lib/articles/article-view";
import type { ArticleState } from "@/lib/articles/input";
import { now } from "@/lib/platform/clock";
import type { Locale } from "@/lib/platform/i18n/locale";
import { type Translate, translator } from "@/lib/platform/i18n/translator";
import { transitionArticleAction } from "../actions";
import { tomorrowAtNine } from "../local-instant";

/** Where a guide stands and where it can go from here. */
export function ArticleSteps({ locale, article }: { locale: Locale; article: ArticleView }) {
  const t = translator(locale);
  const { state, hasStaged, can } = article;
  return (
    <section aria-labelledby="state">
      <h2 id="state">{t("editor.state")}</h2>
      <p className="font-semibold">{t(`editor.state.${state}`)}</p>
      {hasStaged && (state === "published" || state === "stale") && <p className="small mut2">{t("editor.staged")}</p>}
      <div className="mt-3 grid gap-2">
        {can.transitions.map((to) =>
          to === "scheduled" ? (
            <ScheduleForm
              key={to}
              action={transitionArticleAction}
              locale={locale}
              id={article.id}
              suggested={tomorrowAtNine(now())}
              texts={{ at: t("editor.publishAt"), atHint: t("editor.publishAtHint"), submit: t("editor.to.scheduled"), busy: t("common.saving") }}
            />
          ) : (
            <OneButtonForm
              key={to}
              action={transitionArticleAction}
              locale={locale}
              fields={{ id: String(article.id), to }}
              label={stepLabel(t, article, to)}
              busy={t("common.saving")}
              look={to === "archived" ? "dang" : to === "published" ? "green" : "sec"}
              size="d"
              wide
              className="grid gap-2"
            />
          ),
        )}
      </div>
    </section>
  );
}

function stepLabel(t: Translate, { state, hasStaged }: ArticleView, to: ArticleState): string {
  if (to === "published" && state === "published") return t("editor.to.publishChanges");
  if (to === "published" && state === "stale" && !hasStaged) return t("editor.to.stillRight");
  return t(`editor.to.${to}`);
}
