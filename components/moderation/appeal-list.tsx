import { Time } from "@/components/ui/time";
import type { AppealRow } from "@/lib/moderation/case-view";
import type { Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { ReviewTable } from "./review-table";

type AppealListProps = { locale: Locale; items: AppealRow[]; selected: number | null; hrefOf: (id: number) => string };

/** Oldest first: who objected has waited longest. */
export function AppealList({ locale, items, selected, hrefOf }: AppealListProps) {
  const t = translator(locale);
  return (
    <ReviewTable
      caption={t("review.view.appeals")}
      head={t("review.view.appeals")}
      heads={
        <>
          <th scope="col">{t("review.head.reason")}</th>
          <th scope="col" className="num">
            {t("review.head.since")}
          </th>
        </>
      }
      items={items}
      selected={selected}
      hrefOf={hrefOf}
      title={(row) => t("review.appealBy", { name: row.member.displayName })}
      text={(row) => row.text}
      cells={(row) => (
        <>
          <td className="mut2">{t(row.about.kind === "decision" ? "review.appeal.decision" : "review.appeal.sanction")}</td>
          <td className="num mut2">
            <Time at={row.createdAt} locale={locale} format="shortTime" relative />
          </td>
        </>
      )}
    />
  );
}
