import { formatDate, type DateStyle } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";

type TimeProps = {
  at: Date | string;
  locale: Locale;
  format?: DateStyle;
  /** Becomes "12 minutes ago" before the first paint; the HTML is kept for long, so it can't say so itself. */
  relative?: boolean;
};

export function Time({ at, locale, format = "dateTime", relative }: TimeProps) {
  const date = typeof at === "string" ? new Date(at) : at;
  return (
    <time
      dateTime={date.toISOString()}
      data-relative={relative ? "" : undefined}
      title={format === "dateTime" && !relative ? undefined : formatDate(locale, date, "dateTime")}
      suppressHydrationWarning
    >
      {formatDate(locale, date, format)}
    </time>
  );
}
