import { formatDate, formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";

/** "14:00", of another day "tomorrow, 8:00". */
export function callTime(locale: Locale, startsAt: string, now: number): string {
  const at = new Date(startsAt);
  const time = formatDate(locale, at, "time");
  const isToday = formatDate(locale, at, "date") === formatDate(locale, new Date(now), "date");
  return isToday ? time : `${formatDay(locale, at, new Date(now))}, ${time}`;
}
