import type { CurvePoint } from "@/db/schema";
import { wilsonInterval } from "@/lib/platform/wilson-interval";

export type Label = {
  /** How sure the suggestion was, 0 to 1; 0 also when it was not suggested at all. */
  score: number;
  /** It was the same question, or its answer. */
  good: boolean;
};

export type Picked = {
  threshold: number;
  precision: number | null;
  recall: number | null;
  reason: "reached" | "limited" | "unreachable" | "few_labels";
  curve: CurvePoint[];
};

export const targetPrecision = 0.8;
/** So far the threshold may move in a day, so that one odd day does not change what people see. */
export const longestStep = 0.05;
/** Fewer labels, or fewer of one sort, or fewer shown at a threshold, say nothing. */
const fewest = { labels: 30, ofEach: 8, shown: 8, shareShown: 0.05 };
/**
 * The best of a hundred thresholds is always a lucky one, that of few labels most of all: what counts is the lower end
 * of its precision, that nine of ten stay above (in standard deviations).
 */
const luck = 1.28;
/** Nothing is as likely: where the labels can't carry the claim, nobody makes it. */
const never = 1;
const steps = 100;
const lowest = 0.05;
const highest = 0.95;

/**
 * The lowest threshold at which four of five suggestions shown as the same question are; lower ones show more and are
 * wrong more often. Where none reaches it, none is shown as such. It is approached from `before` in small steps; with
 * too few labels it goes back to what ships.
 */
export function pickThreshold(labels: Label[], before: number, shipped: number): Picked {
  const curve = curveOf(labels);
  const good = labels.filter((label) => label.good).length;
  if (labels.length < fewest.labels || good < fewest.ofEach || labels.length - good < fewest.ofEach) return { ...at(labels, step(before, shipped)), reason: "few_labels", curve };
  const telling = curve.filter(({ shown, threshold }) => shown >= Math.max(fewest.shown, fewest.shareShown * labels.length) && threshold >= lowest && threshold <= highest);
  if (telling.length === 0) return { ...at(labels, step(before, shipped)), reason: "few_labels", curve };
  const reaching = telling.find(({ precision, shown }) => wilsonInterval(precision * shown, shown, luck).low >= targetPrecision);
  const wanted = reaching?.threshold ?? never;
  const threshold = step(before, wanted);
  const reason = !reaching ? "unreachable" : threshold === wanted ? "reached" : "limited";
  return { ...at(labels, threshold), reason, curve };
}

export function curveOf(labels: Label[]): CurvePoint[] {
  return Array.from({ length: steps + 1 }, (_, index) => {
    const threshold = index / steps;
    const { precision, recall, shown } = at(labels, threshold);
    return { threshold, precision: precision ?? 1, recall: recall ?? 0, shown };
  });
}

function at(labels: Label[], threshold: number) {
  const shown = labels.filter(({ score }) => score > 0 && score >= threshold);
  const right = shown.filter(({ good }) => good).length;
  const all = labels.filter(({ good }) => good).length;
  return { threshold, shown: shown.length, precision: shown.length === 0 ? null : right / shown.length, recall: all === 0 ? null : right / all };
}

function step(from: number, to: number): number {
  const moved = Math.abs(to - from) <= longestStep + 1e-9 ? to : from + Math.sign(to - from) * longestStep;
  return Math.round(moved * 1000) / 1000;
}
