import { writeFileSync } from "node:fs";

/** Moves the site's clock ahead of real time; it looks at the file a few times a second. */
export async function moveClock(milliseconds: number): Promise<void> {
  const file = process.env.KUNDIG_CLOCK_FILE;
  if (!file) throw new Error("KUNDIG_CLOCK_FILE is not set");
  writeFileSync(file, String(milliseconds));
  await new Promise((resolve) => setTimeout(resolve, 400));
}
