import { singleton } from "./singleton";

const clock = singleton("clock", () => ({ offsetMs: 0 }));

/** Business time, which tests move with `setClock`. */
export function now(): Date {
  return new Date(Date.now() + clock.offsetMs);
}

/** Makes `now()` answer as if it were `instant`, running on from there; null goes back to real time. */
export function setClock(instant: Date | null): void {
  clock.offsetMs = instant ? instant.getTime() - Date.now() : 0;
}
