import { Table } from "@/components/ui/table";
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
      <Table
        caption={t("editor.articles")}
        rows={items}
        rowKey={({ id }) => id}
        columns={[
          {
            head: t("editor.title"),
            className: "min-w-56",
            cell: ({ id, title, hasStaged, state }) => (
              <>
                <a className="hover:underline" href={href(locale, `/staff/articles/${id}`)}>
                  {title}
                </a>
                {hasStaged && state === "published" && <span className="small mut block font-normal">{t("editor.staged")}</span>}
              </>
            ),
          },
          { head: t("editor.state"), className: "whitespace-nowrap", cell: ({ state }) => t(`editor.state.${state}`) },
          { head: t("editor.category"), cell: ({ category }) => category.name[locale] },
          { head: t("editor.locale"), cell: (article) => (article.locale === "de" ? "Deutsch" : "English") },
          { head: t("editor.owner"), cell: ({ owner }) => owner },
          { head: t("editor.helpful"), number: true, told: true, cell: ({ helpfulCount }) => formatNumber(locale, helpfulCount) },
          { head: t("editor.changed"), number: true, cell: ({ updatedAt }) => <Time at={updatedAt} locale={locale} format="short" /> },
        ]}
      />
    </div>
  );
}
