import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ChevronDown } from "@/components/ui/icons";
import { Note } from "@/components/ui/note";
import type { ArticleView } from "@/lib/articles/article-view";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

/** What one wants to know before beginning: how long, for what, with what. */
export function ArticleHead({ locale, article }: { locale: Locale; article: ArticleView }) {
  const t = translator(locale);
  const { category, durationMinutes, scope, tools, toc } = article;
  const parts = toc.filter(({ level }) => level === 2);
  const crumbs = [
    { href: href(locale, "/kb"), label: t("kb.title") },
    { href: href(locale, `/kb?category=${category.slug}`), label: category.name[locale] },
  ];
  return (
    <div className="ahead">
      <Breadcrumbs label={t("threads.path")} items={crumbs} />
      <h1>{article.title}</h1>
      {article.summary && <p className="lede">{article.summary}</p>}
      {(durationMinutes || scope || tools.length > 0) && (
        <dl className="need">
          {durationMinutes && (
            <div>
              <dt>{t("article.duration")}</dt>
              <dd>{t("common.minutes", { count: durationMinutes })}</dd>
            </div>
          )}
          {scope && (
            <div>
              <dt>{t("article.scope")}</dt>
              <dd>{scope}</dd>
            </div>
          )}
          {tools.length > 0 && (
            <div>
              <dt>{t("article.tools")}</dt>
              <dd>{tools.join(", ")}</dd>
            </div>
          )}
        </dl>
      )}
      {article.state === "stale" && (
        <div className="mt-4">
          <Note kind="warn">{t("article.stale")}</Note>
        </div>
      )}
      {article.state !== "stale" && article.state !== "published" && (
        <div className="mt-4">
          <Note kind="mod">{t("article.draft")}</Note>
        </div>
      )}
      {parts.length > 1 && (
        <details className="tocm">
          <summary>
            <ChevronDown size={18} />
            {t("article.onThisPage")}
          </summary>
          {parts.map(({ id, text }) => (
            <a key={id} href={`#${id}`}>
              {text}
            </a>
          ))}
        </details>
      )}
    </div>
  );
}
