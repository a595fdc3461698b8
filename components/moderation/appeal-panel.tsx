import type { ReactNode } from "react";
import { ChevronLeft } from "@/components/ui/icons";
import { Time } from "@/components/ui/time";
import type { AppealRow } from "@/lib/moderation/case-view";
import { formatDate } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { actionWord } from "./case-words";

/** What was decided, why, and what the one concerned says to it; the answer goes below, as children. */
export function AppealPanel({ locale, row, backHref, children }: { locale: Locale; row: AppealRow; backHref: string; children: ReactNode }) {
  const t = translator(locale);
  const { about } = row;
  return (
    <section className="dp col" aria-labelledby="case">
      <div className="ch px-5">
        <a className="min-[1001px]:hidden" href={backHref} aria-label={t("review.backToList")}>
          <ChevronLeft size={20} />
        </a>
        <h2 id="case">{t("review.appealBy", { name: row.member.displayName })}</h2>
      </div>
      <div className="dpb" tabIndex={0} role="group" aria-labelledby="case">
        <div className="q whitespace-pre-wrap break-words">{row.text}</div>
        <h3>{t("review.decision")}</h3>
        <p>
          <b>{about.kind === "decision" ? actionWord(t, about.action) : about.rule}</b>{" "}
          <small>
            {about.by ?? t("review.system")}, <Time at={about.createdAt} locale={locale} format="shortTime" />
          </small>
        </p>
        <p className="mut2">{about.reason}</p>
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
      </div>
      <div className="dec">{children}</div>
    </section>
  );
}
