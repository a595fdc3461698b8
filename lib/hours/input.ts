import { z } from "zod";

export const germanLaender = [
  "BW",
  "BY",
  "BE",
  "BB",
  "HB",
  "HH",
  "HE",
  "MV",
  "NI",
  "NW",
  "RP",
  "SL",
  "SN",
  "ST",
  "SH",
  "TH",
] as const;

const startOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "error.hours.time");
const endOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "error.hours.time");
const date = z.iso.date("error.hours.date");

/** `to` at or before `from` means the next morning; equal times are a full day. */
export const intervalInput = z.object({ from: startOfDay, to: endOfDay });

const exceptionRange = {
  from: date,
  to: date,
  repeatYearly: z.boolean().optional(),
  label: z.string().max(80).optional(),
};

export const exceptionInput = z
  .union([
    z.object({ ...exceptionRange, closed: z.literal(true) }),
    z.object({
      ...exceptionRange,
      closed: z.literal(false).optional(),
      intervals: z.array(intervalInput).min(1).max(10),
    }),
  ])
  .refine((exception) => exception.from <= exception.to, { error: "error.hours.range", path: ["to"] })
  .refine((exception) => !(exception.repeatYearly && daysBetween(exception.from, exception.to) >= 365), {
    error: "error.hours.yearlyRange",
    path: ["to"],
  });

/** Opening hours of one department. Monday is 0. Of two exceptions on one day the later in the list counts. */
export const calendarInput = z.object({
  zone: z.string().max(64).refine(isZone, { error: "error.hours.zone" }),
  weekly: z.array(intervalInput.extend({ day: z.number().int().min(0).max(6) })).max(70),
  holidays: z.object({ land: z.enum(germanLaender) }).optional(),
  exceptions: z.array(exceptionInput).max(500).default([]),
});

export type Interval = z.infer<typeof intervalInput>;
export type CalendarException = z.infer<typeof exceptionInput>;

/** A value: to change one, make a new one. The engine remembers what it worked out for each. */
export type Calendar = Readonly<z.infer<typeof calendarInput>>;

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
