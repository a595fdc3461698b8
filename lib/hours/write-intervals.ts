import type { Interval } from "./input";

/** "9-12, 13:30–18" as intervals. What is no time of day stays as it is, for the input to refuse. */
export function readIntervals(text: string): Interval[] {
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const [from = "", to = ""] = part.split(/\s*(?:–|-|—|\bbis\b|\bto\b)\s*/);
      return { from: clock(from), to: clock(to) };
    });
}

/** "09:00–12:00, 13:30–18:00" */
export function writeIntervals(intervals: { from: string; to: string }[]): string {
  return intervals.map(({ from, to }) => `${from}–${to}`).join(", ");
}

function clock(text: string): string {
  const time = /^(\d{1,2})(?:[:.](\d{2}))?(?:\s*(?:Uhr|h))?$/i.exec(text.trim());
  return time ? `${(time[1] ?? "").padStart(2, "0")}:${time[2] ?? "00"}` : text.trim();
}
