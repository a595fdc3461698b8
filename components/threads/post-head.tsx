import type { ReactNode } from "react";
import { MemberName } from "@/components/members/member-name";
import { Time } from "@/components/ui/time";
import type { DateStyle } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import type { AuthorView, CategoryRef } from "@/lib/threads/thread-view";

type PostHeadProps = {
  locale: Locale;
  author: AuthorView;
  category: CategoryRef;
  at: Date;
  editedAt: Date | null;
  format?: DateStyle;
  /** "asks" */
  verb?: string;
  end?: ReactNode;
};

/** Who says this, in what part, and when. */
export function PostHead({ locale, author, category, at, editedAt, format = "dateTime", verb, end }: PostHeadProps) {
  const t = translator(locale);
  const part = partOf(locale, author, category);
  return (
    <div className="ph">
      <MemberName locale={locale} member={author} rel="author" />
      {verb && <span className="role">{verb}</span>}
      {part && <span className="role">{part}</span>}
      <Time at={at} locale={locale} format={format} />
      {editedAt && (
        <span className="role" title={t("threads.editedAt", { date: editedAt.toLocaleString(locale) })}>
          {t("threads.edited")}
        </span>
      )}
      {end && <span className="end">{end}</span>}
    </div>
  );
}

function partOf(locale: Locale, author: AuthorView, category: CategoryRef): string | null {
  const t = translator(locale);
  if (author.staff) return t(author.role === "agent" ? "threads.roleAgent" : "threads.roleTeam");
  return author.expertHere ? t("threads.expertIn", { topic: category.name[locale] }) : null;
}
