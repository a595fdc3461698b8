import type { CaseCounts } from "@/lib/moderation/case-view";
import type { Translate } from "@/lib/platform/i18n/translator";

export const reviewViews = ["open", "flagged", "held", "appeals", "today", "week"] as const;
export type ReviewView = (typeof reviewViews)[number];

export type ReviewPlace = { view: ReviewView; label: string; count: number; current: boolean };

/** The parts of the review queue, what waits before what is done. */
export function reviewPlaces(t: Translate, counts: CaseCounts, current: ReviewView): ReviewPlace[] {
  return reviewViews.map((view) => ({ view, label: t(`review.view.${view}`), count: counts[view], current: view === current }));
}
