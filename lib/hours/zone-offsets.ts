const MINUTE = 60_000;

/** Shorter than the shortest stay at an offset since 1990: just under a week, in Boa Vista in 2000. */
const STEP = 5 * 86_400_000;

/** A stretch of time in which a zone's clocks keep the same distance to UTC. */
export type OffsetSpan = { start: number; end: number; offset: number };

const spansByZone = new Map<string, Map<number, OffsetSpan[]>>();
const formatByZone = new Map<string, Intl.DateTimeFormat>();

/**
 * The spans of constant offset that cover one UTC year, in order. Clocks are asked every few days and each
 * change is then searched to the minute, so a zone and year costs a fraction of a millisecond, once.
 */
export function offsetSpans(zone: string, year: number): OffsetSpan[] {
  let years = spansByZone.get(zone);
  if (!years) spansByZone.set(zone, (years = new Map()));
  let spans = years.get(year);
  if (!spans) years.set(year, (spans = findSpans(zone, startOfYear(year), startOfYear(year + 1))));
  return spans;
}

export function startOfYear(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1);
}

function findSpans(zone: string, from: number, until: number): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let span = { start: from, end: until, offset: offsetAt(zone, from) };
  for (let at = from; at < until; at += STEP) {
    const next = Math.min(at + STEP, until);
    const offset = offsetAt(zone, next);
    if (offset === span.offset) continue;
    const change = findChange(zone, at, next, span.offset);
    if (change >= until) break;
    spans.push({ ...span, end: change });
    span = { start: change, end: until, offset };
  }
  return [...spans, span];
}

/** The first minute in (low, high] at which the clocks no longer show `before`. */
function findChange(zone: string, low: number, high: number, before: number): number {
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (offsetAt(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

function offsetAt(zone: string, at: number): number {
  let format = formatByZone.get(zone);
  if (!format) formatByZone.set(zone, (format = wallClock(zone)));
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - at;
}

function wallClock(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
}
