import { Time } from "@/components/ui/time";
import type { RevisionView } from "@/lib/articles/list-revisions";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

type RevisionListProps = { locale: Locale; articleId: number; revisions: RevisionView[]; shown: number | null };

/** Every text there was; each opens what it changed. */
export function RevisionList({ locale, articleId, revisions, shown }: RevisionListProps) {
  const t = translator(locale);
  return (
    <ol className="grid gap-1.5">
      {revisions.map((revision) => (
        <li key={revision.id}>
          <a
            className="lk"
            href={`${href(locale, `/staff/articles/${articleId}`)}?revision=${revision.number}#revision`}
            aria-current={revision.number === shown ? "true" : undefined}
          >
            {t("editor.revision", { number: revision.number })}
          </a>{" "}
          <span className="small mut">
            {revision.editor ?? t("review.system")}, <Time at={revision.createdAt} locale={locale} format="shortTime" />
            {revision.live && `, ${t("editor.live")}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
