import { describe, expect, test } from "vitest";
import { type Label, longestStep, pickThreshold, targetPrecision } from "./pick-threshold";

/** Numbers like chance, the same each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

/** Right suggestions score around `good`, wrong ones around `bad`. */
function labels(count: number, good: number, bad: number, seed = 7): Label[] {
  const next = random(seed);
  const around = (middle: number) => Math.min(1, Math.max(0, middle + (next() + next() + next() - 1.5) * 0.35));
  return Array.from({ length: count }, (_, index) => (index % 2 === 0 ? { score: around(good), good: true } : { score: around(bad), good: false }));
}

describe("the threshold", () => {
  test.each([
    [0.7, 0.4],
    [0.6, 0.45],
    [0.75, 0.55],
    [0.5, 0.2],
  ])("reaches four right of five within days, rights around %f, wrongs around %f", (good, bad) => {
    let threshold = 0.35;
    let last;
    for (let day = 0; day < 20; day++) {
      last = pickThreshold(labels(400, good, bad, day + 1), threshold, 0.35);
      expect(Math.abs(last.threshold - threshold)).toBeLessThanOrEqual(longestStep + 1e-9);
      threshold = last.threshold;
    }
    expect(last?.precision).toBeGreaterThanOrEqual(targetPrecision - 0.02);
    // On labels it has never seen.
    const fresh = labels(2_000, good, bad, 99).filter(({ score }) => score >= threshold);
    expect(fresh.filter((label) => label.good).length / fresh.length).toBeGreaterThan(targetPrecision - 0.05);
  });

  test("is the lowest that reaches it: everything right shows as much as possible", () => {
    const clear = [...labels(200, 0.9, 0.9).map(({ score }) => ({ score, good: true })), ...labels(100, 0.1, 0.1).map(({ score }) => ({ score: score / 3, good: false }))];
    const picked = pickThreshold(clear, 0.05, 0.35);
    expect(picked.reason).toBe("reached");
    expect(picked.recall).toBeGreaterThan(0.95);
  });

  test("holds on labels it has never seen, also when it was found on few", () => {
    const held = [50, 100, 300].map((count) => {
      const kept = Array.from({ length: 40 }, (_, seed) => {
        let threshold = 0.35;
        for (let day = 0; day < 15; day++) threshold = pickThreshold(labels(count, 0.7, 0.4, seed + 1), threshold, 0.35).threshold;
        const fresh = labels(2_000, 0.7, 0.4, seed + 500).filter(({ score }) => score >= threshold);
        return fresh.filter((label) => label.good).length / fresh.length;
      });
      return kept.filter((precision) => precision >= targetPrecision).length / kept.length;
    });
    for (const share of held) expect(share).toBeGreaterThanOrEqual(0.8);
  });

  test("with few labels, or of one sort only, goes back to what ships", () => {
    for (const few of [[], labels(20, 0.8, 0.2), labels(200, 0.8, 0.2).map((label) => ({ ...label, good: true }))]) {
      const picked = pickThreshold(few, 0.5, 0.35);
      expect(picked).toMatchObject({ reason: "few_labels", threshold: 0.45 });
    }
    expect(pickThreshold([], 0.36, 0.35).threshold).toBe(0.35);
  });

  test("where it can't be reached, nothing is shown as the same question any more, step by step", () => {
    const hopeless = labels(400, 0.5, 0.5).map((label, index) => ({ ...label, good: index % 10 === 0 }));
    let threshold = 0.35;
    for (let day = 0; day < 13; day++) {
      const picked = pickThreshold(hopeless, threshold, 0.35);
      expect(picked.reason).toBe("unreachable");
      expect(picked.threshold - threshold).toBeLessThanOrEqual(longestStep + 1e-9);
      threshold = picked.threshold;
    }
    expect(threshold).toBe(1);
    expect(pickThreshold(hopeless, 1, 0.35)).toMatchObject({ precision: null, recall: 0 });
  });

  test("four of five right among ten is no evidence", () => {
    const lucky = [...Array.from({ length: 10 }, (_, index) => ({ score: 0.9, good: index < 8 })), ...Array.from({ length: 30 }, () => ({ score: 0.2, good: false }))];
    expect(pickThreshold(lucky, 0.6, 0.6)).toMatchObject({ reason: "unreachable", threshold: 0.65 });
    const many = Array.from({ length: 20 }, () => lucky).flat().map((label, at) => ({ ...label, good: label.good || (label.score > 0.5 && at % 2 === 0) }));
    expect(pickThreshold(many, 0.25, 0.25).reason).toBe("reached");
  });

  test("its curve shows more at lower thresholds", () => {
    const { curve } = pickThreshold(labels(300, 0.7, 0.4), 0.35, 0.35);
    expect(curve).toHaveLength(101);
    for (const [index, point] of curve.entries()) expect(point.shown).toBeLessThanOrEqual(curve[index - 1]?.shown ?? Infinity);
  });
});
