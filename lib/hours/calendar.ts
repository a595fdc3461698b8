import { hasAnyShift, openMinutes } from "@/lib/hours/day-plan";
import type { Calendar } from "@/lib/hours/input";
import { offsetSpans, startOfYear } from "@/lib/hours/zone-offsets";

/*
 * Business time. The one rule: at an instant the calendar is open if and only if the clock on the wall in
 * its zone shows an open time. So 02:15–02:45 is worked twice in the night the clocks go back, and not at
 * all in the night that hour is left out. Everything else follows from walking the open runs in order.
 */

const MINUTE = 60_000;
const DAY = 86_400_000;

/** How far ahead is looked. A yearly 29 February may be eight years off. */
const HORIZON = 20 * 366 * DAY;
const CLOSING_HORIZON = 366 * DAY;

type Run = { start: number; end: number };

export function isOpen(calendar: Calendar, t: Date): boolean {
  return currentRun(calendar, t) !== null;
}

/** `t` itself while open; null if the calendar does not open within twenty years. */
export function nextOpen(calendar: Calendar, t: Date): Date | null {
  const run = first(openRuns(calendar, t.getTime(), t.getTime() + HORIZON));
  return run ? new Date(run.start) : null;
}

/** The end of the present opening; null while closed, and null if it stays open for a year on end. */
export function closesAt(calendar: Calendar, t: Date): Date | null {
  if (!isOpen(calendar, t)) return null;
  const until = t.getTime() + CLOSING_HORIZON;
  const run = first(openRuns(calendar, t.getTime(), until));
  return run && run.end < until ? new Date(run.end) : null;
}

/**
 * The earliest instant by which that many open minutes have passed since `t`: `t` itself for 0, the closing
 * time (not the next opening) where they end together. Null if not within twenty years.
 */
export function addBusiness(calendar: Calendar, t: Date, minutes: number): Date | null {
  if (!(minutes >= 0)) throw new RangeError("Business minutes are counted forwards.");
  if (minutes === 0) return new Date(t);
  if (!hasAnyShift(calendar)) return null;

  let left = Math.round(minutes * MINUTE);
  // Piece by piece: who never closes has one run, as long as the horizon.
  for (const { start, end } of openPieces(calendar, t.getTime(), t.getTime() + HORIZON)) {
    if (left <= end - start) return new Date(start + left);
    left -= end - start;
  }
  return null;
}

/** Open minutes in [a, b); 0 if `b` is not after `a`. */
export function businessBetween(calendar: Calendar, a: Date, b: Date): number {
  let open = 0;
  for (const { start, end } of openRuns(calendar, a.getTime(), b.getTime())) open += end - start;
  return open / MINUTE;
}

function currentRun(calendar: Calendar, t: Date): Run | null {
  return first(openRuns(calendar, t.getTime(), t.getTime() + 1));
}

/** The open stretches in [from, until), clipped to it, in order, neighbours joined. */
function* openRuns(calendar: Calendar, from: number, until: number): Generator<Run> {
  if (!(from < until) || !hasAnyShift(calendar)) return;
  let waiting: Run | null = null;
  for (const run of openPieces(calendar, from, until)) {
    if (waiting && waiting.end === run.start) {
      waiting.end = run.end;
    } else {
      if (waiting) yield waiting;
      waiting = run;
    }
  }
  if (waiting) yield waiting;
}

/** While the offset stands still, local days follow each other without gap or overlap. */
function* openPieces(calendar: Calendar, from: number, until: number): Generator<Run> {
  for (const span of spansBetween(calendar.zone, from, until)) {
    const start = Math.max(from, span.start) + span.offset;
    const end = Math.min(until, span.end) + span.offset;
    for (let day = Math.floor(start / DAY); day * DAY < end; day++) {
      for (const open of openMinutes(calendar, day)) {
        const opens = Math.max(start, day * DAY + open.start * MINUTE);
        const closes = Math.min(end, day * DAY + open.end * MINUTE);
        if (opens < closes) yield { start: opens - span.offset, end: closes - span.offset };
      }
    }
  }
}

function* spansBetween(zone: string, from: number, until: number) {
  for (let year = new Date(from).getUTCFullYear(); startOfYear(year) < until; year++) {
    for (const span of offsetSpans(zone, year)) if (span.end > from && span.start < until) yield span;
  }
}

function first(runs: Generator<Run>): Run | null {
  const { value } = runs.next();
  return value ?? null;
}
