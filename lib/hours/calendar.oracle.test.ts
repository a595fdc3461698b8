import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addBusiness, businessBetween, closesAt, isOpen, nextOpen } from "@/lib/hours/calendar";
import { type Calendar, calendarInput, germanLaender } from "@/lib/hours/input";
import { publicHolidays } from "@/lib/hours/public-holidays";

/*
 * The engine against one that cannot be wrong because it does nothing clever: it asks the clock on the wall
 * for every single minute. KUNDIG_ORACLE_CASES=1000000 runs the long version.
 */

const MINUTE = 60_000;
const DAY = 1440;
const WINDOW = 6 * DAY;
const CASES = Number(process.env.KUNDIG_ORACLE_CASES ?? 50_000);
const CASES_PER_CALENDAR = 50;
const CALENDARS_PER_WINDOW = 8;

const oddZones = [
  "Europe/Berlin",
  "Europe/Zurich",
  "America/New_York",
  "America/Sao_Paulo",
  "Australia/Lord_Howe",
  "Antarctica/Troll",
  "Pacific/Apia",
  "Africa/Casablanca",
  "Asia/Kathmandu",
  "Africa/Cairo",
  "America/Havana",
  "Asia/Beirut",
  "America/Santiago",
  "Asia/Gaza",
];
const zones = Intl.supportedValuesOf("timeZone");

type Minute = { date: string; yesterday: string; minute: number };

describe("the hours engine against a walk minute by minute", () => {
  it(`agrees in ${CASES} cases`, { timeout: 30 * 60_000 }, () => {
    const random = seeded(20_260);
    let cases = 0;
    for (let window = 0; cases < CASES; window++) {
      const zone = window % 2 ? pick(zones, random) : pick(oddZones, random);
      const start = windowStart(zone, random);
      const wall = wallMinutes(zone, start);
      for (const calendar of fc.sample(calendars(zone, wall), {
        numRuns: CALENDARS_PER_WINDOW,
        seed: window,
      })) {
        const open = openOnTheWall(calendar, wall);
        for (let n = 0; n < CASES_PER_CALENDAR; n++, cases++) compare(calendar, start, open, random);
      }
    }
  });

  it("takes back exactly what it added, to the millisecond", { timeout: 60_000 }, () => {
    const instants = fc.integer({ min: Date.UTC(2020), max: Date.UTC(2036) }).map((ms) => new Date(ms));
    const anyCalendar = fc.constantFrom(...oddZones, ...zones).chain((zone) => calendars(zone, []));
    fc.assert(
      fc.property(anyCalendar, instants, fc.integer({ min: 0, max: 3 * DAY }), (calendar, t, minutes) => {
        const due = addBusiness(calendar, t, minutes);
        if (due) expect(businessBetween(calendar, t, due)).toBe(minutes);
        else expect(calendar.weekly).toEqual([]);
      }),
      { numRuns: 1500, seed: 7 },
    );
  });

  it("does not depend on the server's own zone", () => {
    const office = calendarInput.parse({
      zone: "Europe/Berlin",
      weekly: [{ day: 0, from: "09:00", to: "17:00" }],
    });
    const usual = process.env.TZ;
    const due = ["UTC", "America/Los_Angeles", "Asia/Kolkata"].map((zone) => {
      process.env.TZ = zone;
      return addBusiness(office, new Date("2026-03-27T12:00Z"), 500)?.toISOString();
    });
    if (usual === undefined) delete process.env.TZ;
    else process.env.TZ = usual;
    expect(new Set(due)).toEqual(new Set(["2026-04-06T07:20:00.000Z"]));
  });
});

function compare(calendar: Calendar, start: number, open: boolean[], random: () => number) {
  const at = (minute: number) => new Date(start + minute * MINUTE);
  const a = Math.floor(random() * WINDOW);
  const b = a + Math.floor(random() * (WINDOW - a));
  const t = at(a);
  const where = () => `${JSON.stringify(calendar)} at ${t.toISOString()} to ${at(b).toISOString()}`;
  const openMinutes = open.slice(a, b).filter(Boolean).length;

  if (isOpen(calendar, t) !== open[a]) expect.fail(`isOpen ${where()}`);
  if (businessBetween(calendar, t, at(b)) !== openMinutes) expect.fail(`businessBetween ${where()}`);

  const opens = open.indexOf(true, a);
  if (opens >= 0 && nextOpen(calendar, t)?.getTime() !== at(opens).getTime())
    expect.fail(`nextOpen ${where()}`);
  const closes = open.indexOf(false, a);
  if (open[a] && closes >= 0 && closesAt(calendar, t)?.getTime() !== at(closes).getTime())
    expect.fail(`closesAt ${where()}`);

  if (openMinutes === 0) return;
  let left = 1 + Math.floor(random() * openMinutes);
  const minutes = left;
  let due = a;
  while (left > 0) if (open[due++]) left--;
  if (addBusiness(calendar, t, minutes)?.getTime() !== at(due).getTime())
    expect.fail(`addBusiness ${minutes} ${where()}`);
}

function openOnTheWall(calendar: Calendar, wall: Minute[]): boolean[] {
  const days = new Map<string, { from: number; to: number }[]>();
  for (const date of new Set(wall.flatMap((minute) => [minute.date, minute.yesterday]))) {
    days.set(
      date,
      intervalsOf(calendar, date).map(({ from, to }) => ({ from: number(from), to: number(to) })),
    );
  }
  return wall.map(({ date, yesterday, minute }) => {
    const today = days.get(date)?.some(({ from, to }) => from <= minute && minute < (to <= from ? DAY : to));
    return today || days.get(yesterday)?.some(({ from, to }) => to <= from && minute < to) || false;
  });
}

function intervalsOf(calendar: Calendar, date: string) {
  for (const exception of [...calendar.exceptions].reverse()) {
    const years = exception.repeatYearly ? [...Array(20).keys()].map((n) => n + 2018) : [0];
    const hit = years.some((year) => {
      const shift = year ? year - Number(exception.from.slice(0, 4)) : 0;
      if (shift < 0) return false;
      return moved(exception.from, shift) <= date && date <= moved(exception.to, shift);
    });
    if (hit) return exception.closed ? [] : exception.intervals;
  }
  if (calendar.holidays && publicHolidays(calendar.holidays.land, Number(date.slice(0, 4))).has(date))
    return [];
  const day = (new Date(`${date}T12:00Z`).getUTCDay() + 6) % 7;
  return calendar.weekly.filter((interval) => interval.day === day);
}

function moved(date: string, years: number): string {
  return `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
}

function number(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** What the clock on the wall shows, minute for minute. */
function wallMinutes(zone: string, start: number): Minute[] {
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  return Array.from({ length: WINDOW }, (_, n) => {
    const [date = "", time = ""] = clock.format(start + n * MINUTE).split(" ");
    return { date, yesterday: dayBefore(date), minute: number(time) };
  });
}

const dayBefore = remember((date: string) =>
  new Date(Date.parse(`${date}T12:00Z`) - DAY * MINUTE).toISOString().slice(0, 10),
);

/** Three windows in four hold a change of the zone's clocks, if it has one within the year. */
function windowStart(zone: string, random: () => number): number {
  const start = Date.UTC(2020, 0, 1) + Math.floor(random() * 15.9 * 365 * DAY) * MINUTE;
  if (random() < 0.25) return start;
  const clock = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    timeZoneName: "longOffset",
    year: "numeric",
  });
  const name = (day: number) => clock.format(start + day * DAY * MINUTE).split("GMT")[1];
  for (let day = 0; day < 370; day++) {
    if (name(day) !== name(day + 1)) return start + (day - Math.floor(random() * 5)) * DAY * MINUTE;
  }
  return start;
}

function calendars(zone: string, wall: Minute[]): fc.Arbitrary<Calendar> {
  const time = fc.integer({ min: 0, max: 287 }).map((n) => clockFace(n * 5));
  const interval = fc.record({ from: time, to: fc.oneof(time, fc.constantFrom("24:00", "00:00", "03:00")) });
  const date =
    wall.length > 0
      ? fc.nat(wall.length - 1).map((n) => wall[n]?.date ?? "2026-01-01")
      : fc
          .integer({ min: 0, max: 5800 })
          .map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));
  const exception = fc
    .tuple(date, fc.nat(4), fc.boolean(), fc.boolean(), fc.array(interval, { minLength: 1, maxLength: 2 }))
    .map(([from, days, repeatYearly, closed, intervals]) => {
      const to = new Date(Date.parse(from) + days * DAY * MINUTE).toISOString().slice(0, 10);
      return { from, to, repeatYearly, ...(closed ? { closed } : { intervals }) };
    });
  return fc
    .record({
      zone: fc.constant(zone),
      weekly: fc.array(
        fc.tuple(fc.nat(6), interval).map(([day, hours]) => ({ day, ...hours })),
        { maxLength: 10 },
      ),
      holidays: fc.option(
        fc.constantFrom(...germanLaender).map((land) => ({ land })),
        { nil: undefined, freq: 3 },
      ),
      exceptions: fc.array(exception, { maxLength: 2 }),
    })
    .map((fields) => calendarInput.parse(fields));
}

function clockFace(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

function pick<T>(from: readonly T[], random: () => number): T {
  const item = from[Math.floor(random() * from.length)];
  if (item === undefined) throw new Error("Nothing to pick from.");
  return item;
}

function remember(work: (key: string) => string): (key: string) => string {
  const known = new Map<string, string>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = work(key)));
    return value;
  };
}

/** Mulberry32: the same cases on every machine. */
function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let value = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
