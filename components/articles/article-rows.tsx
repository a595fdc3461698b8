import { StateBadge, StateIcon } from "@/components/ui/state";
import type { ArticleRow } from "@/lib/articles/article-view";
import { formatDate } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

/** Guides below each other, each with what it is for. */
export function ArticleRows({ locale, articles }: { locale: Locale; articles: ArticleRow[] }) {
  const t = translator(locale);
  return (
    <ul className="tlist">
      {articles.map((article) => (
        <li key={article.id} className="trow">
          <StateIcon state="guide" label={t("state.guide")} />
          <div>
            <h2 className="th">
              <a href={href(locale, `/kb/${article.id}/${article.slug}`)} hrefLang={article.locale === locale ? undefined : article.locale}>
                {article.title}
              </a>
            </h2>
            {article.summary && <p className="mut2 mb-1">{article.summary}</p>}
            <div className="meta">
              <StateBadge state="guide" label={article.durationMinutes ? t("common.minutes", { count: article.durationMinutes }) : t("state.guide")} />
              <a href={href(locale, `/kb?category=${article.category.slug}`)}>{article.category.name[locale]}</a>
              {article.scope && <span>{article.scope}</span>}
              {article.verifiedAt && <span className="hide-phone">{t("kb.checkedIn", { month: formatDate(locale, article.verifiedAt, "month") })}</span>}
              {article.helpfulCount > 0 && <span className="hide-phone">{t("kb.helped", { count: article.helpfulCount })}</span>}
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
