/** A click is told of just after the finger or button went up. */
const CLICK_MS = 60;
let pressed = false;

if (typeof window !== "undefined") {
  addEventListener("pointerdown", () => (pressed = true), true);
  for (const up of ["pointerup", "pointercancel"]) addEventListener(up, () => (pressed = false), true);
}

/** Runs `act` at once, or after the click that is going on: what moves below a pressed button swallows its click. */
export function whenReleased(act: () => void): void {
  if (!pressed) return act();
  const later = () => {
    for (const up of ["pointerup", "pointercancel"]) removeEventListener(up, later);
    setTimeout(act, CLICK_MS);
  };
  for (const up of ["pointerup", "pointercancel"]) addEventListener(up, later);
}
