import { Time } from "@/components/ui/time";
import type { AppealRow } from "@/lib/moderation/case-view";
import type { Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

type AppealListProps = { locale: Locale; items: AppealRow[]; selected: number | null; hrefOf: (id: number) => string };

/** Oldest first: who objected has waited longest. */
export function AppealList({ locale, items, selected, hrefOf }: AppealListProps) {
  const t = translator(locale);
  return (
    <table className="cases w-full">
      <caption className="vh">{t("review.view.appeals")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("review.view.appeals")}</th>
          <th scope="col">{t("review.head.reason")}</th>
          <th scope="col" className="num">
            {t("review.head.since")}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((row) => (
          <tr key={row.id} aria-selected={row.id === selected} className="relative">
            <td>
              <a className="font-semibold after:absolute after:inset-0" href={hrefOf(row.id)} aria-current={row.id === selected ? "true" : undefined}>
                {t("review.appealBy", { name: row.member.displayName })}
              </a>
              <span className="ex">{row.text}</span>
            </td>
            <td className="mut2">{t(row.about.kind === "decision" ? "review.appeal.decision" : "review.appeal.sanction")}</td>
            <td className="num mut2">
              <Time at={row.createdAt} locale={locale} format="shortTime" relative />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
