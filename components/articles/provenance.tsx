import type { ReactNode } from "react";
import { BookOpen, Languages, Pencil, ShieldCheck, Split } from "@/components/ui/icons";
import type { ArticleView } from "@/lib/articles/article-view";
import { formatDate, formatList } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { rich, type Translate, translator } from "@/lib/platform/i18n/translator";
import { site } from "@/lib/platform/site";

function sourceText(t: Translate, { site: from, author, license }: NonNullable<ArticleView["attribution"]>): string {
  return license ? t("article.source", { site: from, author, license }) : t("article.sourceOnly", { site: from, author });
}

/** Where a guide came from, who helped, and who checked it when. */
export function Provenance({ locale, article }: { locale: Locale; article: ArticleView }) {
  const t = translator(locale);
  const { sourceThread, contributors, verifiedAt, verifiedBy, attribution } = article;
  const people = contributors.filter(({ part }) => part === "answer").map(({ displayName }) => displayName);
  const link = (target: string) =>
    function Linked(children: ReactNode) {
      return (
        <a key={target} className="lk" href={target}>
          {children}
        </a>
      );
    };
  const date = verifiedAt && formatDate(locale, verifiedAt, "date");
  return (
    <div className="prov">
      {sourceThread ? (
        <>
          <Split size={18} />
          <span>
            {rich(
              people.length > 0
                ? t("article.madeFromBy", { title: sourceThread.title, people: formatList(locale, people) })
                : t("article.madeFrom", { title: sourceThread.title }),
              { a: link(href(locale, `/t/${sourceThread.id}/${sourceThread.slug}`)) },
            )}
          </span>
        </>
      ) : (
        !attribution && (
          <>
            <BookOpen size={18} />
            <span>{t("article.by", { name: article.owner.displayName })}</span>
          </>
        )
      )}
      {attribution && (
        <>
          <BookOpen size={18} />
          <span>{rich(sourceText(t, attribution), { a: attribution.url ? link(attribution.url) : (children) => children })}</span>
        </>
      )}
      <ShieldCheck size={18} />
      <span>
        {date ? (verifiedBy ? t("article.verifiedBy", { name: verifiedBy, date }) : t("article.verified", { company: site.company, date })) : t("article.unverified")}{" "}
        {t("article.updated", { date: formatDate(locale, article.updatedAt, "date") })}
      </span>
      {article.translations.map((other) => (
        <TranslationLink key={other.id} article={other} />
      ))}
      {article.can.edit && (
        <>
          <Pencil size={18} />
          <span>
            <a className="lk" href={href(locale, `/staff/articles/${article.id}`)}>
              {t("article.edit")}
            </a>
          </span>
        </>
      )}
    </div>
  );
}

/** In the words of the other language, which is whose reader looks for it. */
function TranslationLink({ article: { id, slug, locale, title } }: { article: ArticleView["translations"][number] }) {
  return (
    <>
      <Languages size={18} />
      <span>
        <a className="lk" href={href(locale, `/kb/${id}/${slug}`)} hrefLang={locale} lang={locale} title={title}>
          {translator(locale)("article.translation")}
        </a>
      </span>
    </>
  );
}
