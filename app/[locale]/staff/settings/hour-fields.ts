import type { SettingsField } from "@/components/settings/settings-form";
import type { Calendar } from "@/lib/hours/input";
import { writeIntervals } from "@/lib/hours/write-intervals";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Translate } from "@/lib/platform/i18n/translator";
import { weekdays } from "./calendar-form";

/** Free rows for exceptions below those that there are. */
const SPARE_ROWS = 2;

export type HourWords = { week: string; weekHint: string; exceptionHint: string; open: string };
type Hours = Pick<Calendar, "weekly" | "exceptions">;

/** How many rows of exceptions the form has; sent along, so that it is known which were emptied. */
export function rowsOf({ exceptions }: Hours): string {
  return String(exceptions.length + SPARE_ROWS);
}

/** One line for each day, with as many times as there are. */
export function weekField(locale: Locale, { weekly }: Hours, words: HourWords): SettingsField {
  return {
    kind: "group",
    name: "week",
    label: words.week,
    hint: words.weekHint,
    fields: weekdays(locale).map((label, day) => ({
      kind: "text",
      name: `day-${day}`,
      label,
      value: writeIntervals(weekly.filter((interval) => interval.day === day)),
    })),
  };
}

/** Those there are, and some to add. */
export function exceptionFields(t: Translate, hours: Hours, words: HourWords): SettingsField[] {
  const { exceptions } = hours;
  const rows = [...exceptions, ...Array.from({ length: SPARE_ROWS }, () => null)];
  return rows.map((exception, row): SettingsField => ({
    kind: "group",
    name: `exception-${row}`,
    label: exception ? t("settings.hours.exception", { number: row + 1 }) : t("settings.hours.newException"),
    hint: row === 0 || row === exceptions.length ? words.exceptionHint : undefined,
    fields: [
      {
        kind: "text",
        type: "date",
        name: `from-${row}`,
        label: t("settings.hours.from"),
        value: exception?.from ?? "",
      },
      { kind: "text", type: "date", name: `to-${row}`, label: t("settings.hours.to"), value: exception?.to ?? "" },
      {
        kind: "text",
        name: `open-${row}`,
        label: words.open,
        value: exception && !exception.closed ? writeIntervals(exception.intervals) : "",
      },
      {
        kind: "text",
        name: `label-${row}`,
        label: t("settings.hours.label"),
        value: exception?.label ?? "",
        maxLength: 80,
      },
      {
        kind: "check",
        name: `yearly-${row}`,
        label: t("settings.hours.yearly"),
        checked: exception?.repeatYearly === true,
      },
    ],
  }));
}
