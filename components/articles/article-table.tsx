import { Time } from "@/components/ui/time";
import type { ArticleRow } from "@/lib/articles/article-view";
import { formatNumber } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

/** Guides as staff see them: where each stands and who looks after it. */
export function ArticleTable({ locale, items }: { locale: Locale; items: ArticleRow[] }) {
  const t = translator(locale);
  return (
    <div className="overflow-x-auto">
      <table className="stlist">
        <caption className="vh">{t("editor.articles")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("editor.title")}</th>
            <th scope="col">{t("editor.state")}</th>
            <th scope="col">{t("editor.category")}</th>
            <th scope="col">{t("editor.locale")}</th>
            <th scope="col">{t("editor.owner")}</th>
            <th scope="col" className="num">
              {t("editor.helpful")}
            </th>
            <th scope="col" className="num">
              {t("editor.changed")}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((article) => (
            <tr key={article.id}>
              <th scope="row" className="min-w-56">
                <a className="hover:underline" href={href(locale, `/staff/articles/${article.id}`)}>
                  {article.title}
                </a>
                {article.hasStaged && article.state === "published" && <span className="small mut block font-normal">{t("editor.staged")}</span>}
              </th>
              <td className="whitespace-nowrap">{t(`editor.state.${article.state}`)}</td>
              <td>{article.category.name[locale]}</td>
              <td>{article.locale === "de" ? "Deutsch" : "English"}</td>
              <td>{article.owner}</td>
              <td className="num" data-label={t("editor.helpful")}>
                {formatNumber(locale, article.helpfulCount)}
              </td>
              <td className="num">
                <Time at={article.updatedAt} locale={locale} format="short" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
