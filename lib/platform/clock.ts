import { readFileSync } from "node:fs";
import { singleton } from "./singleton";

const clock = singleton("clock", () => ({ offsetMs: 0, readAt: 0 }));

/** Business time. Tests move it with `setClock`, browser stories through the file named by KUNDIG_CLOCK_FILE. */
export function now(): Date {
  const file = process.env.KUNDIG_CLOCK_FILE;
  if (file && Date.now() - clock.readAt > 200) {
    clock.readAt = Date.now();
    try {
      clock.offsetMs = Number(readFileSync(file, "utf8")) || 0;
    } catch {
      clock.offsetMs = 0;
    }
  }
  return new Date(Date.now() + clock.offsetMs);
}

/** Makes `now()` answer as if it were `instant`, running on from there; null goes back to real time. */
export function setClock(instant: Date | null): void {
  clock.offsetMs = instant ? instant.getTime() - Date.now() : 0;
}
