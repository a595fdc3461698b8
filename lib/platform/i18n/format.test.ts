import { describe, expect, it } from "vitest";
import { href, otherLocaleHref, splitLocale } from "./locale";
import { formatDate, formatDay, formatDuration, formatDurationRange, formatStopwatch } from "./format";
import { translator } from "./translator";

const evening = new Date("2026-11-14T18:42:00Z");
const today = new Date("2026-11-21T12:00:00Z");

describe("dates", () => {
  it("are told the way each language does, at the company's clock", () => {
    expect(formatDate("de", evening, "dateTime", today)).toBe("14. November, 19:42");
    expect(formatDate("en", evening, "dateTime", today)).toBe("14 November, 19:42");
    expect(formatDate("de", evening, "short", today)).toBe("14. Nov.");
  });

  it("name the year when it is another one", () => {
    expect(formatDate("de", evening, "date", new Date("2027-01-02"))).toBe("14. November 2026");
  });

  it("are told as people speak of the days ahead, by the company's clock", () => {
    const lateEvening = new Date("2026-11-21T23:30:00+01:00");
    const day = (instant: string, length?: "short") => formatDay("de", new Date(instant), lateEvening, length);
    expect(day("2026-11-21T23:59:00+01:00")).toBe("heute");
    expect(day("2026-11-22T00:10:00+01:00")).toBe("morgen");
    expect(day("2026-11-23T09:00:00+01:00")).toBe("Montag");
    expect(day("2026-11-23T09:00:00+01:00", "short")).toBe("Mo");
    expect(day("2026-11-28T09:00:00+01:00")).toBe("Samstag, 28. November");
    expect(formatDay("en", evening, evening)).toBe("today");
  });
});

describe("durations", () => {
  it("use one unit", () => {
    expect(formatDuration("de", 49 * 60)).toBe("49 Minuten");
    expect(formatDuration("en", 60 * 60 * 30)).toBe("30 hours");
    expect(formatStopwatch(380)).toBe("6:20");
  });

  it("tell a wait as a range", () => {
    expect(formatDurationRange("en", 350, 590)).toBe("5–10 minutes");
    expect(formatDurationRange("de", 60, 60)).toBe("60 Sekunden");
  });
});

describe("plurals", () => {
  it("follow the number", () => {
    expect(translator("en")("common.answers", { count: 1 })).toBe("1 answer");
    expect(translator("de")("common.answers", { count: 1 })).toBe("1 Antwort");
    expect(translator("de")("common.answers", { count: 11204 })).toBe("11.204 Antworten");
  });
});

describe("addresses", () => {
  it("carry the language only when it is not English", () => {
    expect(href("en", "/t/1")).toBe("/t/1");
    expect(href("de", "/t/1")).toBe("/de/t/1");
    expect(href("de", "/")).toBe("/de");
    expect(href("de", "/?tab=open")).toBe("/de?tab=open");
    expect(href("de", "https://example.org")).toBe("https://example.org");
  });

  it("lead to the same page in the other language", () => {
    expect(otherLocaleHref("en", "/t/1")).toBe("/de/t/1");
    expect(otherLocaleHref("de", "/de/t/1?x=1")).toBe("/t/1?x=1");
    expect(otherLocaleHref("de", "/de")).toBe("/?lang=en");
    expect(otherLocaleHref("en", "/")).toBe("/de");
    expect(splitLocale("/devices")).toEqual({ locale: "en", path: "/devices" });
  });
});
