import type { RoomText } from "@/components/conversations/room-texts";
import { formatDurationRange } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { WaitBucket } from "@/lib/queue/estimate-wait";
import type { WaitRange } from "@/lib/queue/queue-view";

const ranges: Partial<Record<WaitBucket, [number, number]>> = {
  "1-2": [60, 120],
  "3-5": [180, 300],
  "6-10": [360, 600],
};

type Wait = { bucket: WaitBucket | "now" | null | undefined; wait?: WaitRange | null };

/** "3–5 minutes": a wait is told as a range, and never more exactly than it is known. Null: nothing is known. */
export function waitText(locale: Locale, t: RoomText, told: Wait): string | null {
  return oneEnded(t, told) ?? rangeText(locale, told);
}

/** The same as a line of its own. "About under a minute" says nobody: what has one end only is about nothing. */
export function waitLine(locale: Locale, t: RoomText, told: Wait): string {
  const words = oneEnded(t, told);
  if (words) return words.charAt(0).toUpperCase() + words.slice(1);
  const range = rangeText(locale, told);
  return range ? t("room.wait.about", { range }) : t("room.wait.none");
}

function oneEnded(t: RoomText, { bucket, wait }: Wait): string | null {
  if (bucket === "<1" || bucket === "now") return t("room.wait.underMinute");
  return bucket === ">10" && (!wait || wait.p50 < 600) ? t("room.wait.overTen") : null;
}

function rangeText(locale: Locale, { bucket, wait }: Wait): string | null {
  const range = bucket && bucket !== "now" && ranges[bucket];
  if (range) return formatDurationRange(locale, ...range);
  return wait ? formatDurationRange(locale, Math.max(60, wait.p50), Math.max(120, wait.p80)) : null;
}
