import type { AppealRow } from "@/lib/moderation/case-view";
import type { Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { ReviewTable } from "./review-table";

type AppealListProps = { locale: Locale; items: AppealRow[]; selected: number | null; hrefOf: (id: number) => string };

/** Oldest first: who objected has waited longest. */
export function AppealList({ locale, ...shown }: AppealListProps) {
  const t = translator(locale);
  return (
    <ReviewTable
      locale={locale}
      caption={t("review.view.appeals")}
      head={t("review.view.appeals")}
      {...shown}
      title={(row) => t("review.appealBy", { name: row.member.displayName })}
      text={(row) => row.text}
      reason={(row) => <span className="mut2">{t(row.about.kind === "decision" ? "review.appeal.decision" : "review.appeal.sanction")}</span>}
      since={(row) => row.createdAt}
    />
  );
}
