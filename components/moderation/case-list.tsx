import { StateBadge } from "@/components/ui/state";
import type { CaseRow } from "@/lib/moderation/case-view";
import { formatNumber } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { actionWord, caseReason, caseTitle, weightShare } from "./case-words";
import { ReviewTable } from "./review-table";

type CaseListProps = { locale: Locale; items: CaseRow[]; selected: number | null; hrefOf: (id: number) => string };

/** The heaviest first; each row opens its case beside it. */
export function CaseList({ locale, ...shown }: CaseListProps) {
  const t = translator(locale);
  return (
    <ReviewTable
      locale={locale}
      caption={t("review.caption")}
      head={t("review.head.case")}
      {...shown}
      title={(row) => caseTitle(t, row)}
      text={({ target }) => (target.kind === "thread" ? `${target.title} ${target.body}` : target.body)}
      reason={(row) => (
        <span className="min-[641px]:whitespace-nowrap">
          {caseReason(t, row)}
          <br />
          {row.decision ? <span className="small mut">{actionWord(t, row.decision.action)}</span> : <CaseStatus locale={locale} row={row} />}
        </span>
      )}
      weight={(row) => (
        <>
          <span className="bar" aria-hidden="true">
            <i style={{ inlineSize: `${weightShare(row.score) * 100}%` }} />
          </span>
          <span className="nn">{formatNumber(locale, row.score, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}</span>
        </>
      )}
      since={(row) => row.decision?.createdAt ?? row.createdAt}
    />
  );
}

/** Whether others can see the post while the case is open. */
export function CaseStatus({ locale, row, pill }: { locale: Locale; row: CaseRow; pill?: boolean }) {
  const t = translator(locale);
  const { status } = row.target;
  if (status === "held") return <StateBadge state="held" label={t("state.held")} pill={pill} />;
  if (status === "hidden") return <StateBadge state="hidden" label={t("state.hidden")} pill={pill} />;
  return <span className="small mut">{t(status === "deleted" ? "review.status.deleted" : "review.status.visible")}</span>;
}
