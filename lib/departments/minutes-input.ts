import { z } from "zod";

const SHORTEST = 0.25;

/** Minutes a department promises something in, to the second: 10, "10" or "1:30"; a quarter at least. */
export function minutesInput(most: number) {
  const number = z.number({ error: ({ code }) => (code === "invalid_type" ? "error.minutes" : undefined) });
  return z.preprocess(readMinutes, number.min(SHORTEST, "error.minutes.tooFew").max(most));
}

/** As `minutesInput` reads them: "10", "1:30". */
export function writeMinutes(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  const rest = seconds % 60;
  return rest === 0 ? String(minutes) : `${Math.floor(minutes)}:${String(rest).padStart(2, "0")}`;
}

function readMinutes(written: unknown): unknown {
  if (typeof written !== "string") return written;
  const [, minutes, seconds = "0"] = /^\s*(\d+)(?::([0-5]\d))?\s*$/.exec(written) ?? [];
  return Number(minutes) + Number(seconds) / 60;
}
