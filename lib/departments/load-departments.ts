import { asc } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { departments } from "@/db/schema";
import { type Calendar, calendarInput } from "@/lib/hours/input";
import type { Locale } from "@/lib/platform/i18n/locale";
import { singleton } from "@/lib/platform/singleton";
import { type Service, serviceInput } from "./service";

export type Department = { id: number; slug: string; name: Record<Locale, string>; calendar: Calendar; service: Service };

/** Everything the hours engine works out is kept by calendar object, so the same text gives the same object. */
const calendars = singleton("calendars", () => new Map<string, Calendar>());

/** All departments; a company has a handful. */
export async function loadDepartments(tx: Pick<Tx, "select"> = db): Promise<Department[]> {
  const rows = await tx.select().from(departments).orderBy(asc(departments.id));
  return rows.map(({ id, slug, nameEn, nameDe, calendar, service }) => ({
    id,
    slug,
    name: { en: nameEn, de: nameDe },
    calendar: calendarOf(calendar),
    service: serviceInput.parse(service),
  }));
}

function calendarOf(stored: unknown): Calendar {
  const text = JSON.stringify(stored);
  const known = calendars.get(text);
  if (known) return known;
  if (calendars.size > 500) calendars.clear();
  const calendar = calendarInput.parse(stored);
  calendars.set(text, calendar);
  return calendar;
}
