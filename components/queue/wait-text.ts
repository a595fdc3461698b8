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

/** "3–5 minutes": a wait is told as a range, and never more exactly than it is known. Null: nothing is known. */
export function waitText(
  locale: Locale,
  t: RoomText,
  bucket: WaitBucket | "now" | null | undefined,
  wait?: WaitRange | null,
): string | null {
  if (bucket === "<1" || bucket === "now") return t("room.wait.underMinute");
  const range = bucket && ranges[bucket];
  if (range) return formatDurationRange(locale, ...range);
  if (bucket === ">10" && (!wait || wait.p50 < 600)) return t("room.wait.overTen");
  return wait ? formatDurationRange(locale, Math.max(60, wait.p50), Math.max(120, wait.p80)) : null;
}
