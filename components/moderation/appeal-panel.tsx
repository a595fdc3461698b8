import type { ReactNode } from "react";
import type { AppealRow } from "@/lib/moderation/case-view";
import { formatDate } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { actionWord } from "./case-words";
import { Decided, ReviewPanel } from "./review-panel";

/** What was decided, why, and what the one concerned says to it; the answer goes below, as children. */
export function AppealPanel({ locale, row, backHref, children }: { locale: Locale; row: AppealRow; backHref: string; children: ReactNode }) {
  const t = translator(locale);
  const { about } = row;
  return (
    <ReviewPanel locale={locale} title={t("review.appealBy", { name: row.member.displayName })} backHref={backHref} form={children}>
      <div className="q whitespace-pre-wrap break-words">{row.text}</div>
      <Decided
        locale={locale}
        what={about.kind === "decision" ? actionWord(t, about.action) : about.rule}
        by={about.by}
        at={about.createdAt}
        reason={about.reason}
      />
      {about.kind === "sanction" && about.until && <p className="mut2">{t("review.sanctionUntil", { date: formatDate(locale, about.until) })}</p>}
      {about.kind === "decision" && (
        <>
          <h3>
            {t("review.in")}{" "}
            <a className="lk" href={href(locale, about.post.path)}>
              {about.post.title}
            </a>
          </h3>
          <p className="mut2 whitespace-pre-wrap break-words">{about.post.body}</p>
        </>
      )}
    </ReviewPanel>
  );
}
