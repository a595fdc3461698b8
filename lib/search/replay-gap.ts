import type { GapReplay } from "@/db/schema";
import { visitor } from "@/lib/members/actor";
import type { Locale } from "@/lib/platform/i18n/locale";
import { searchTop } from "./search-top";

const deepest = 3;
/** What shares less than this of the words is about something else. */
const leastHeld = 0.75;

/**
 * Asks the original queries again, as a visitor: place and key of the first guide or solved question among the first
 * three that is really about it.
 */
export async function replayGap({ queries, locale }: { queries: string[]; locale: Locale }): Promise<GapReplay[]> {
  const replay: GapReplay[] = [];
  for (const query of queries) {
    const hits = await searchTop(visitor, { query, locale, limit: deepest });
    const place = hits.findIndex(({ key, state, holds }) => holds >= leastHeld && (key.startsWith("article:") || state === "solved"));
    replay.push({ query, place: place + 1, key: hits[place]?.key ?? null });
  }
  return replay;
}

export function isFilled(replay: GapReplay[]): boolean {
  return replay.length > 0 && replay.every(({ place }) => place > 0);
}
