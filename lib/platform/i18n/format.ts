import type { Locale } from "./locale";

/** The clock of the company: pages are the same for all readers, so they can't follow each reader's zone. */
export const timeZone = "Europe/Berlin";

const tags: Record<Locale, string> = { en: "en-GB", de: "de-DE" };

export type DateStyle = "date" | "dateTime" | "short" | "shortTime" | "time" | "month" | "weekday";

/** "14 November, 19:42"; the year is named only when it is not the current one. */
export function formatDate(
  locale: Locale,
  date: Date,
  style: DateStyle = "dateTime",
  today: Date = new Date(),
): string {
  if (style === "time") return clockTime(locale, date);
  if (style === "month") return dateParts(locale, { month: "long", year: "numeric" }).format(date);
  if (style === "weekday") return dateParts(locale, { weekday: "long" }).format(date);
  const short = style === "short" || style === "shortTime";
  const day = dateParts(locale, {
    day: "numeric",
    month: short ? "short" : "long",
    year: yearOf(date) === yearOf(today) ? undefined : "numeric",
  }).format(date);
  return style === "dateTime" || style === "shortTime" ? `${day}, ${clockTime(locale, date)}` : day;
}

/** "today", "tomorrow", "Thursday"; from a week on with its date, for a weekday alone would be taken for the next one. */
export function formatDay(locale: Locale, date: Date, today: Date, length: "long" | "short" = "long"): string {
  const days = (dayOf(date) - dayOf(today)) / 86_400_000;
  if (days === 0 || days === 1) return relative(locale).format(days, "day");
  return dateParts(locale, { weekday: length, ...(days >= 7 && { day: "numeric", month: length }) }).format(date);
}

export function formatNumber(locale: Locale, value: number, options: Intl.NumberFormatOptions = {}): string {
  const key = `number:${locale}:${JSON.stringify(options)}`;
  return cached(key, () => new Intl.NumberFormat(tags[locale], options)).format(value);
}

/** 0.42 is "42 %" in German and "42%" in English. */
export function formatPercent(locale: Locale, share: number, digits = 0): string {
  return formatNumber(locale, share, { style: "percent", maximumFractionDigits: digits });
}

export function formatBytes(locale: Locale, bytes: number): string {
  const [unit, size] =
    bytes >= 1e6 ? (["megabyte", bytes / 1e6] as const) : (["kilobyte", Math.max(1, bytes / 1e3)] as const);
  return formatNumber(locale, size, {
    style: "unit",
    unit,
    maximumFractionDigits: unit === "megabyte" ? 1 : 0,
  });
}

/** "49 minutes", "2 hours": the one unit a reader would say. */
export function formatDuration(locale: Locale, seconds: number, display: "long" | "short" = "long"): string {
  const [unit, size] = spokenUnit(seconds);
  return formatNumber(locale, Math.round(seconds / size), { style: "unit", unit, unitDisplay: display });
}

/** "6–10 minutes": a wait is always told as a range. */
export function formatDurationRange(locale: Locale, from: number, to: number): string {
  const [unit, size] = spokenUnit(to);
  const low = Math.max(1, Math.floor(from / size));
  const high = Math.max(low, Math.ceil(to / size));
  const last = formatNumber(locale, high, { style: "unit", unit, unitDisplay: "long" });
  return low === high ? last : `${formatNumber(locale, low)}–${last}`;
}

/** 380 seconds are "6:20", as on a stop-watch. */
export function formatStopwatch(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = String(whole % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

export function formatList(
  locale: Locale,
  items: string[],
  type: "conjunction" | "disjunction" = "conjunction",
): string {
  return cached(`list:${locale}:${type}`, () => new Intl.ListFormat(tags[locale], { type })).format(items);
}

const formats = new Map<string, unknown>();

function cached<Format>(key: string, create: () => Format): Format {
  const known = formats.get(key) as Format | undefined;
  if (known) return known;
  const made = create();
  formats.set(key, made);
  return made;
}

function dateParts(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `date:${locale}:${JSON.stringify(options)}`;
  return cached(key, () => new Intl.DateTimeFormat(tags[locale], { ...options, timeZone }));
}

function clockTime(locale: Locale, date: Date): string {
  return dateParts(locale, { hour: "numeric", minute: "2-digit", hourCycle: "h23" }).format(date);
}

function relative(locale: Locale): Intl.RelativeTimeFormat {
  return cached(`relative:${locale}`, () => new Intl.RelativeTimeFormat(tags[locale], { numeric: "auto" }));
}

/** The beginning of its day as if it were in UTC, so that days can be counted. */
function dayOf(date: Date): number {
  const day = cached("day", () => new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }));
  return Date.parse(day.format(date));
}

function yearOf(date: Date): string {
  return dateParts("en", { year: "numeric" }).format(date);
}

function spokenUnit(seconds: number): [unit: string, size: number] {
  if (seconds < 90) return ["second", 1];
  if (seconds < 90 * 60) return ["minute", 60];
  if (seconds < 36 * 3600) return ["hour", 3600];
  return ["day", 86_400];
}
