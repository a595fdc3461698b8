import type { ReactNode } from "react";
import { ChevronLeft } from "@/components/ui/icons";
import { Time } from "@/components/ui/time";
import type { Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

type ReviewPanelProps = {
  locale: Locale;
  title: string;
  status?: ReactNode;
  backHref: string;
  /** What can be done about it, below. */
  form: ReactNode;
  children: ReactNode;
};

/** The side that opens beside a review list. */
export function ReviewPanel({ locale, title, status, backHref, form, children }: ReviewPanelProps) {
  return (
    <section className="dp col" aria-labelledby="case">
      <div className="ch px-5">
        <a className="min-[1001px]:hidden" href={backHref} aria-label={translator(locale)("review.backToList")}>
          <ChevronLeft size={20} />
        </a>
        <h2 id="case">{title}</h2>
        <span className="grow" />
        {status}
      </div>
      <div className="dpb" tabIndex={0} role="group" aria-labelledby="case">
        {children}
      </div>
      {form && <div className="dec">{form}</div>}
    </section>
  );
}

type DecidedProps = { locale: Locale; what: string; by: string | null; at: Date; reason: string };

/** What was decided, by whom, when and why. */
export function Decided({ locale, what, by, at, reason }: DecidedProps) {
  const t = translator(locale);
  return (
    <>
      <h3>{t("review.decision")}</h3>
      <p>
        <b>{what}</b>{" "}
        <small>
          {by ?? t("review.system")}, <Time at={at} locale={locale} format="shortTime" />
        </small>
      </p>
      {reason && <p className="mut2">{reason}</p>}
    </>
  );
}
