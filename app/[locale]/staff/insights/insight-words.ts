import { formatNumber, formatPercent } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Translate } from "@/lib/platform/i18n/translator";

/** "34 min", "1 h 52": business time, short enough for a chart. */
export function spokenMinutes(t: Translate, minutes: number): string {
  if (minutes < 60) return t("insights.min", { minutes: Math.round(minutes) });
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  return rest === 0 || hours >= 10 ? t("insights.hours", { hours }) : t("insights.hoursMin", { hours, minutes: rest });
}

/** "2:05 min" of a wait or a reply. */
export function spokenSeconds(t: Translate, seconds: number): string {
  return seconds < 90 ? t("insights.sec", { seconds: Math.round(seconds) }) : spokenMinutes(t, seconds / 60);
}

export function percent(locale: Locale, share: number | null, none: string): string {
  return share === null ? none : formatPercent(locale, share);
}

export function points(locale: Locale, difference: number): string {
  return formatNumber(locale, Math.abs(difference * 100), { maximumFractionDigits: 1 });
}
