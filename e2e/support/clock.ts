import { writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Moves the site's clock ahead of real time; it looks at the file a few times a second. */
export async function moveClock(milliseconds: number): Promise<void> {
  const file = process.env.KUNDIG_CLOCK_FILE;
  if (!file) throw new Error("KUNDIG_CLOCK_FILE is not set");
  // What runs at every full minute must not fall between the jump and the first thing done after it.
  const second = new Date().getSeconds();
  if (second >= 55) await sleep((62 - second) * 1_000);
  writeFileSync(file, String(milliseconds));
  await sleep(400);
}
