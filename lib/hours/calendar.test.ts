import { describe, expect, it } from "vitest";
import { addBusiness, businessBetween, closesAt, isOpen, nextOpen } from "@/lib/hours/calendar";
import { type Calendar, calendarInput } from "@/lib/hours/input";
import { nextHolidays } from "@/lib/hours/public-holidays";

const workdays = [0, 1, 2, 3, 4];
const everyDay = [...workdays, 5, 6];

function calendar(from: string, to: string, rest: Partial<Calendar> & { days?: number[] } = {}): Calendar {
  const { days = workdays, ...fields } = rest;
  return calendarInput.parse({
    zone: "Europe/Berlin",
    weekly: days.map((day) => ({ day, from, to })),
    ...fields,
  });
}

const office = calendar("09:00", "17:00");
const never = calendar("09:00", "17:00", { days: [] });
const always = calendar("00:00", "24:00", { days: everyDay });
const night = calendar("22:00", "06:00");
const bavarian = calendar("09:00", "17:00", { holidays: { land: "BY" } });
const christmas = calendar("09:00", "17:00", {
  exceptions: [
    { from: "2024-12-24", to: "2025-01-06", repeatYearly: true, closed: true },
    { from: "2026-12-31", to: "2026-12-31", intervals: [{ from: "10:00", to: "12:00" }] },
  ],
});
const lunch = calendarInput.parse({
  zone: "Europe/Berlin",
  weekly: [
    { day: 0, from: "08:00", to: "12:00" },
    { day: 0, from: "13:00", to: "17:00" },
    { day: 0, from: "11:00", to: "12:00" },
  ],
});

describe("isOpen", () => {
  it.each<[string, Calendar, string, boolean]>([
    ["opens on the minute", office, "2026-07-01T09:00+02:00", true],
    ["is closed a millisecond before", office, "2026-07-01T08:59:59.999+02:00", false],
    ["is closed at the closing minute", office, "2026-07-01T17:00+02:00", false],
    ["is closed at the weekend", office, "2026-07-04T12:00+02:00", false],
    ["keeps winter time too", office, "2026-01-07T09:00+01:00", true],
    ["breaks for lunch", lunch, "2026-07-06T12:30+02:00", false],
    ["works past midnight", night, "2026-07-02T05:59+02:00", true],
    ["works Friday's night into Saturday", night, "2026-07-04T03:00+02:00", true],
    ["begins no night on Sunday", night, "2026-07-06T03:00+02:00", false],
    ["is always open at 24:00", always, "2026-07-01T00:00+02:00", true],
    ["is open in the hour that comes twice", always, "2026-10-25T02:30+02:00", true],
    ["keeps a holiday of its Land", bavarian, "2026-01-06T10:00+01:00", false],
    [
      "works on a holiday of another Land",
      calendar("09:00", "17:00", { holidays: { land: "BE" } }),
      "2026-01-06T10:00+01:00",
      true,
    ],
    ["moves Easter Monday with the year", bavarian, "2027-03-29T10:00+02:00", false],
    ["repeats a closure every year", christmas, "2028-12-27T10:00+01:00", false],
    ["repeats it over New Year", christmas, "2029-01-05T10:00+01:00", false],
    ["does not repeat it backwards", christmas, "2023-12-27T10:00+01:00", true],
    ["lets the later exception count", christmas, "2026-12-31T10:30+01:00", true],
    ["lets only its hours count", christmas, "2026-12-31T12:30+01:00", false],
    ["never opens an empty week", never, "2026-07-01T10:00+02:00", false],
  ])("%s", (_, hours, at, expected) => {
    expect(isOpen(hours, new Date(at))).toBe(expected);
  });
});

describe("nextOpen and closesAt", () => {
  it.each<[string, Calendar, string, string | null, string | null]>([
    ["while open", office, "2026-07-01T10:00+02:00", "2026-07-01T10:00+02:00", "2026-07-01T17:00+02:00"],
    ["over a weekend with a clock change", office, "2026-03-27T18:00+01:00", "2026-03-30T09:00+02:00", null],
    ["over midnight", night, "2026-07-01T23:00+02:00", "2026-07-01T23:00+02:00", "2026-07-02T06:00+02:00"],
    ["around the clock", always, "2026-07-01T23:00+02:00", "2026-07-01T23:00+02:00", null],
    ["with an empty week", never, "2026-07-01T10:00+02:00", null, null],
    ["over Christmas", christmas, "2025-12-23T17:00+01:00", "2026-01-07T09:00+01:00", null],
  ])("%s", (_, hours, at, opens, closes) => {
    expect(nextOpen(hours, new Date(at))).toEqual(opens && new Date(opens));
    expect(closesAt(hours, new Date(at))).toEqual(closes && new Date(closes));
  });

  it("finds the next 29 February, eight years off", () => {
    const leap = calendar("09:00", "17:00", {
      days: [],
      exceptions: [
        {
          from: "2096-02-29",
          to: "2096-02-29",
          repeatYearly: true,
          intervals: [{ from: "09:00", to: "10:00" }],
        },
      ],
    });
    expect(nextOpen(leap, new Date("2096-03-01T00:00Z"))).toEqual(new Date("2104-02-29T08:00Z"));
  });

  it("gives up, and soon, where every day is closed", () => {
    const closed = calendar("09:00", "17:00", {
      exceptions: [
        { from: "2020-01-01", to: "2020-12-30", repeatYearly: true, closed: true },
        { from: "2020-12-31", to: "2020-12-31", repeatYearly: true, closed: true },
      ],
    });
    const before = performance.now();
    expect(nextOpen(closed, new Date("2026-07-01T10:00Z"))).toBeNull();
    expect(addBusiness(closed, new Date("2026-07-01T10:00Z"), 1)).toBeNull();
    expect(performance.now() - before).toBeLessThan(1000);
  });

  it("answers for a date that is none", () => {
    expect(isOpen(office, new Date(NaN))).toBe(false);
    expect(nextOpen(office, new Date(NaN))).toBeNull();
  });
});

describe("addBusiness", () => {
  it.each<[string, Calendar, string, number, string | null]>([
    [
      "takes Friday 16:30 and an hour to Monday 9:30",
      office,
      "2026-07-03T16:30+02:00",
      60,
      "2026-07-06T09:30+02:00",
    ],
    [
      "ends at closing time, not at the next opening",
      office,
      "2026-07-03T16:30+02:00",
      30,
      "2026-07-03T17:00+02:00",
    ],
    ["starts counting at the next opening", office, "2026-07-04T12:00+02:00", 1, "2026-07-06T09:01+02:00"],
    ["leaves 0 where it is", office, "2026-07-04T12:00+02:00", 0, "2026-07-04T12:00+02:00"],
    ["skips the hour that is left out", always, "2026-03-29T01:30+01:00", 60, "2026-03-29T03:30+02:00"],
    ["works the hour that comes twice", always, "2026-10-25T01:30+02:00", 180, "2026-10-25T03:30+01:00"],
    [
      "works a night shift an hour shorter in spring",
      calendar("22:00", "06:00", { days: everyDay }),
      "2026-03-28T22:00+01:00",
      7 * 60,
      "2026-03-29T06:00+02:00",
    ],
    ["steps over a holiday weekend", bavarian, "2026-04-02T16:00+02:00", 120, "2026-04-07T10:00+02:00"],
    ["works on 29 February", office, "2028-02-28T16:00+01:00", 120, "2028-02-29T10:00+01:00"],
    ["never ends in an empty week", never, "2026-07-01T10:00+02:00", 1, null],
    ["gives up on what no one will live to see", office, "2026-07-01T10:00+02:00", 1e12, null],
  ])("%s", (_, hours, from, minutes, expected) => {
    expect(addBusiness(hours, new Date(from), minutes)).toEqual(expected && new Date(expected));
  });

  it("refuses to count backwards", () => {
    expect(() => addBusiness(office, new Date(), -1)).toThrow(RangeError);
    expect(() => addBusiness(office, new Date(), NaN)).toThrow(RangeError);
  });
});

describe("businessBetween", () => {
  it.each<[string, Calendar, string, string, number]>([
    ["counts a working day", office, "2026-07-01T00:00+02:00", "2026-07-02T00:00+02:00", 480],
    [
      "does not count overlapping hours twice",
      lunch,
      "2026-07-06T00:00+02:00",
      "2026-07-07T00:00+02:00",
      480,
    ],
    ["counts 23 hours in spring", always, "2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00", 23 * 60],
    ["counts 25 hours in autumn", always, "2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00", 25 * 60],
    ["counts nothing backwards", office, "2026-07-02T00:00+02:00", "2026-07-01T00:00+02:00", 0],
    [
      "counts a year with its holidays",
      bavarian,
      "2026-01-01T00:00+01:00",
      "2027-01-01T00:00+01:00",
      (261 - 9) * 480,
    ],
    [
      "counts nothing on the day Samoa left out",
      calendar("00:00", "24:00", { days: [4], zone: "Pacific/Apia" }),
      "2011-12-29T00:00Z",
      "2012-01-02T00:00Z",
      0,
    ],
  ])("%s", (_, hours, a, b, expected) => {
    expect(businessBetween(hours, new Date(a), new Date(b))).toBe(expected);
  });

  it("works a quarter past two twice when it comes twice, and never when it is left out", () => {
    const quarter = calendar("02:15", "02:45", { days: everyDay });
    expect(businessBetween(quarter, new Date("2026-10-24T22:00Z"), new Date("2026-10-25T22:00Z"))).toBe(60);
    expect(businessBetween(quarter, new Date("2026-03-28T23:00Z"), new Date("2026-03-29T22:00Z"))).toBe(0);
  });
});

describe("calendarInput", () => {
  it.each([
    ["an unknown zone", { zone: "Europe/Nordhang" }],
    ["an impossible time", { weekly: [{ day: 0, from: "25:00", to: "26:00" }] }],
    ["an opening at 24:00", { weekly: [{ day: 0, from: "24:00", to: "24:00" }] }],
    ["an eighth day", { weekly: [{ day: 7, from: "09:00", to: "17:00" }] }],
    ["a Land that is none", { holidays: { land: "XX" } }],
    [
      "a range that ends before it begins",
      { exceptions: [{ from: "2026-02-01", to: "2026-01-01", closed: true }] },
    ],
    ["a date that does not exist", { exceptions: [{ from: "2026-02-29", to: "2026-02-29", closed: true }] }],
    [
      "a yearly range of years",
      { exceptions: [{ from: "2026-01-01", to: "2027-06-01", repeatYearly: true, closed: true }] },
    ],
    ["other hours that are none", { exceptions: [{ from: "2026-01-01", to: "2026-01-01", intervals: [] }] }],
  ])("refuses %s", (_, part) => {
    expect(calendarInput.safeParse({ zone: "Europe/Berlin", weekly: [], ...part }).success).toBe(false);
  });

  it("knows the next holidays of a Land, over the end of the year", () => {
    expect(nextHolidays("BY", "2026-12-25", 3)).toEqual(["2026-12-25", "2026-12-26", "2027-01-01"]);
    expect(nextHolidays("BE", "2027-01-02", 1)).toEqual(["2027-03-08"]);
  });

  it("says of a yearly exception without a date only that the date is missing", () => {
    const { error } = calendarInput.safeParse({ zone: "Europe/Berlin", weekly: [], exceptions: [{ from: "", to: "2026-12-30", repeatYearly: true, closed: true }] });
    expect(error?.issues.map(({ message }) => message)).toEqual(["error.hours.date"]);
  });
});
