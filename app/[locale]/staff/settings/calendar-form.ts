import type { Locale } from "@/lib/platform/i18n/locale";
import { readIntervals } from "@/lib/hours/write-intervals";

type Fields = Record<string, string | undefined>;
type Written = {
  calendar: Record<string, unknown>;
  /** Which field a path of the calendar came from, so that what is wrong stands beside it. */
  fieldOf: (path: string) => string | undefined;
};

/** A Monday. */
const monday = Date.UTC(2026, 0, 5, 12);
const MOST_ROWS = 100;

export function weekdays(locale: Locale): string[] {
  const name = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, day) => name.format(monday + day * 86_400_000));
}

/** What the hours form says, in the shape that opening hours are kept in. */
export function writtenCalendar(fields: Fields): Written {
  const weekly = Array.from({ length: 7 }, (_, day) => readIntervals(fields[`day-${day}`] ?? "").map((interval) => ({ day, ...interval }))).flat();
  const rows = Array.from({ length: Math.min(Number(fields.rows) || 2, MOST_ROWS) }, (_, row) => row).filter((row) => fields[`from-${row}`] || fields[`to-${row}`] || fields[`open-${row}`]);
  const exceptions = rows.map((row) => exceptionOf(fields, row));
  const calendar = { zone: fields.zone ?? "", weekly, ...(fields.land ? { holidays: { land: fields.land } } : {}), exceptions };
  const fieldOf = (path: string) => {
    const [, week] = /^(?:calendar|plan)\.weekly\.(\d+)/.exec(path) ?? [];
    if (week !== undefined) return `day-${weekly[Number(week)]?.day}`;
    const [, index, part] = /^(?:calendar|plan)\.exceptions\.(\d+)(?:\.(\w+))?/.exec(path) ?? [];
    if (index !== undefined) return `${part === "from" || part === "to" ? part : "open"}-${rows[Number(index)]}`;
    return /^calendar\.(zone)/.exec(path)?.[1] ?? (path.startsWith("calendar.holidays") ? "land" : undefined);
  };
  return { calendar, fieldOf };
}

function exceptionOf(fields: Fields, row: number): Record<string, unknown> {
  const from = fields[`from-${row}`] ?? "";
  const intervals = readIntervals(fields[`open-${row}`] ?? "");
  return {
    from,
    to: fields[`to-${row}`] || from,
    ...(fields[`yearly-${row}`] === "on" ? { repeatYearly: true } : {}),
    ...(fields[`label-${row}`] ? { label: fields[`label-${row}`] } : {}),
    ...(intervals.length === 0 ? { closed: true } : { intervals }),
  };
}
