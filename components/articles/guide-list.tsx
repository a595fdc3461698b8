import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import type { ArticleRow } from "@/lib/articles/article-view";

/** A few guides beside something else. */
export function GuideList({ locale, title, articles }: { locale: Locale; title: string; articles: ArticleRow[] }) {
  const t = translator(locale);
  return (
    <section>
      <h2 className="sh">{title}</h2>
      <ul className="kbl">
        {articles.map((article) => (
          <li key={article.id}>
            <a href={href(locale, `/kb/${article.id}/${article.slug}`)}>
              <b>{article.title}</b>
              <small>{[article.durationMinutes && t("common.minutes", { count: article.durationMinutes }), article.scope].filter(Boolean).join(", ")}</small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
