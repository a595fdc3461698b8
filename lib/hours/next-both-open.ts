import { nextOpen } from "./calendar";
import type { Calendar } from "./input";

/** Two calendars that never meet are given up after so many openings. */
const TRIES = 2_000;

/** The first instant from `t` on at which both are open; null if there is none in sight. */
export function nextBothOpen(one: Calendar, other: Calendar, t: Date): Date | null {
  let at: Date | null = t;
  for (let tries = 0; at && tries < TRIES; tries++) {
    const opens = nextOpen(one, at);
    at = opens && nextOpen(other, opens);
    if (at && opens?.getTime() === at.getTime()) return at;
  }
  return null;
}
