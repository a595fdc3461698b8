import { Avatar } from "@/components/ui/avatar";
import { Time } from "@/components/ui/time";
import type { ArticleView } from "@/lib/articles/article-view";
import { formatNumber } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { isMessageKey, translator } from "@/lib/platform/i18n/translator";

/** Where a guide came from, who is credited, and how it is received. */
export function ArticleFacts({ locale, article }: { locale: Locale; article: ArticleView }) {
  const t = translator(locale);
  const votes = article.helpfulCount + article.unhelpfulCount;
  return (
    <>
      <section aria-labelledby="people">
        <h2 id="people">{t("editor.people")}</h2>
        <ul className="grid gap-2">
          {[{ ...article.owner, part: "owner" }, ...article.contributors].map((person) => {
            const key = `editor.part.${person.part}`;
            return (
              <li key={`${person.part}${person.id}`} className="row">
                <Avatar id={person.id} name={person.displayName} staff={person.role !== "member" && person.role !== "expert"} size="xs" />
                <a className="hover:underline" href={href(locale, `/u/${person.name}`)}>
                  {person.displayName}
                </a>
                <span className="small mut">{isMessageKey(key) ? t(key) : ""}</span>
              </li>
            );
          })}
        </ul>
      </section>
      {article.sourceThread && (
        <section aria-labelledby="source">
          <h2 id="source">{t("editor.source")}</h2>
          <a className="lk" href={href(locale, `/t/${article.sourceThread.id}/${article.sourceThread.slug}`)}>
            {article.sourceThread.title}
          </a>
        </section>
      )}
      {article.publishedAt && (
        <section aria-labelledby="reception">
          <h2 id="reception">{t("editor.reception")}</h2>
          <p>{votes > 0 ? t("editor.helped", { helpful: formatNumber(locale, article.helpfulCount), votes: formatNumber(locale, votes) }) : t("editor.noVotes")}</p>
          {article.verifiedAt && (
            <p className="small mut">
              {t("editor.checked")} <Time at={article.verifiedAt} locale={locale} format="short" />
              {article.verifiedBy && `, ${article.verifiedBy}`}
            </p>
          )}
        </section>
      )}
    </>
  );
}
