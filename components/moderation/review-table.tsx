import type { ReactNode } from "react";
import { Time } from "@/components/ui/time";
import type { Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

type ReviewTableProps<Row> = {
  locale: Locale;
  caption: string;
  /** What each row is. */
  head: string;
  items: Row[];
  selected: number | null;
  hrefOf: (id: number) => string;
  title: (row: Row) => string;
  /** The beginning of what was written. */
  text: (row: Row) => string;
  reason: (row: Row) => ReactNode;
  weight?: (row: Row) => ReactNode;
  since: (row: Row) => Date;
};

/** Each row opens what it names beside the table. */
export function ReviewTable<Row extends { id: number }>({ locale, caption, head, items, selected, hrefOf, title, text, reason, weight, since }: ReviewTableProps<Row>) {
  const t = translator(locale);
  return (
    <table className="cases w-full">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{t("review.head.reason")}</th>
          {weight && (
            <th scope="col" className="num hide-phone">
              {t("review.head.weight")}
            </th>
          )}
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
                {title(row)}
              </a>
              <span className="ex">{text(row)}</span>
            </td>
            <td>{reason(row)}</td>
            {weight && <td className="num hide-phone">{weight(row)}</td>}
            <td className="num mut2">
              <Time at={since(row)} locale={locale} format="shortTime" relative />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
