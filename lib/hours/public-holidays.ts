import { createRequire } from "node:module";
import type HolidayTable from "date-holidays";

const daysByLandAndYear = new Map<string, ReadonlySet<string>>();

/**
 * The legal holidays of a whole German Land as "YYYY-MM-DD". Days that only some municipalities keep
 * (Augsburg's Friedensfest, Bavaria's Assumption Day) are entered as exceptions by those who keep them.
 */
export function publicHolidays(land: string, year: number): ReadonlySet<string> {
  const key = `${land} ${year}`;
  let days = daysByLandAndYear.get(key);
  if (!days) daysByLandAndYear.set(key, (days = readHolidays(land, year)));
  return days;
}

/** The next of them, from a day on. */
export function nextHolidays(land: string, day: string, count: number): string[] {
  const year = Number(day.slice(0, 4));
  const ahead = [year, year + 1].flatMap((each) => [...publicHolidays(land, each)]);
  return ahead.filter((date) => date >= day).sort().slice(0, count);
}

function readHolidays(land: string, year: number): ReadonlySet<string> {
  // Loading takes 140 ms and 17 MB: only a process that meets a calendar with holidays pays for it.
  const Table = createRequire(import.meta.url)("date-holidays") as typeof HolidayTable;
  const holidays = new Table("DE", land, { types: ["public"] }).getHolidays(year);
  return new Set(holidays.filter(({ type }) => type === "public").map(({ date }) => date.slice(0, 10)));
}
