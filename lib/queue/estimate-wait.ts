export type WaitInput = {
  /** 1 is next. */
  position: number;
  /** Seats of live agents who may take this conversation. */
  seats: number;
  freeSeats: number;
  meanSeatSeconds: number;
  /** `liveCorrection`: how fast seats come free just now, against what was expected. */
  correction?: number;
};

export type WaitBucket = "<1" | "1-2" | "3-5" | "6-10" | ">10";

export type WaitEstimate =
  { now: true } | { p50Seconds: number; p80Seconds: number; bucket: WaitBucket } | { none: true };

const DEFAULT_SEAT_SECONDS = 8 * 60;
const FEWEST_SAMPLES = 20;
const MOST_SAMPLES = 100;

/**
 * How long until a seat is free for this place in the queue. With S seats of mean length H taken, seats come
 * free S/H times a second, and the time to the k-th release is Erlang(k, S/H). Nobody there: no number.
 */
export function estimateWait(input: WaitInput): WaitEstimate {
  const { position, seats, freeSeats, meanSeatSeconds, correction = 1 } = input;
  if (seats <= 0) return { none: true };
  if (freeSeats >= position) return { now: true };

  const releases = position - Math.max(0, freeSeats);
  const secondsEach = meanSeatSeconds / (seats * clampCorrection(correction));
  const p80Seconds = Math.ceil(erlangQuantile(releases, 0.8) * secondsEach);
  return {
    p50Seconds: Math.round(erlangQuantile(releases, 0.5) * secondsEach),
    p80Seconds,
    bucket: bucketOf(p80Seconds),
  };
}

/** Mean seat time of the last hundred, without the longest and shortest tenth; eight minutes if too few. */
export function trimmedSeatTime(samples: readonly number[]): number {
  if (samples.length < FEWEST_SAMPLES) return DEFAULT_SEAT_SECONDS;
  const sorted = samples.slice(-MOST_SAMPLES).sort((a, b) => a - b);
  const cut = Math.floor(sorted.length / 10);
  const kept = sorted.slice(cut, sorted.length - cut);
  return kept.reduce((sum, seconds) => sum + seconds, 0) / kept.length;
}

/** What half of the last hundred chats took at most; eight minutes if there are too few. */
export function medianSeatTime(samples: readonly number[]): number {
  if (samples.length < FEWEST_SAMPLES) return DEFAULT_SEAT_SECONDS;
  return samples.toSorted((a, b) => a - b)[Math.floor(samples.length / 2)] ?? DEFAULT_SEAT_SECONDS;
}

/**
 * Seats freed in the last ten minutes against the number expected, within a half and twice. Ten are added to
 * both: in a small team ten quiet minutes are mostly chance, and the bare ratio made long queues' figures worse.
 */
export function liveCorrection(observedReleases: number, expectedReleases: number): number {
  return expectedReleases > 0 ? clampCorrection((observedReleases + 10) / (expectedReleases + 10)) : 1;
}

/** What to show next: a longer wait at most once a minute; a shorter one, or that nobody is there, at once. */
export function steadyWait<T extends WaitEstimate>(
  shown: { estimate: T; raisedAt: Date } | null,
  next: T,
  now: Date,
): { estimate: T; raisedAt: Date } {
  if (!shown || "none" in next) return { estimate: next, raisedAt: now };
  if (upperBound(next) <= upperBound(shown.estimate)) return { estimate: next, raisedAt: shown.raisedAt };
  return now.getTime() - shown.raisedAt.getTime() < 60_000 ? shown : { estimate: next, raisedAt: now };
}

function upperBound(estimate: WaitEstimate): number {
  if ("now" in estimate) return 0;
  return "none" in estimate ? Infinity : estimate.p80Seconds;
}

function clampCorrection(correction: number): number {
  return Math.min(2, Math.max(0.5, correction));
}

/** The bucket's upper end is never below the figure. */
function bucketOf(seconds: number): WaitBucket {
  if (seconds < 60) return "<1";
  if (seconds <= 120) return "1-2";
  if (seconds <= 300) return "3-5";
  return seconds <= 600 ? "6-10" : ">10";
}

/** Quantile of the sum of k unit exponentials: Wilson–Hilferty's guess, then Newton on the exact distribution. */
export function erlangQuantile(k: number, p: number): number {
  if (k === 1) return -Math.log(1 - p);
  const z = normalQuantile(p);
  let x = k * (1 - 1 / (9 * k) + z / (3 * Math.sqrt(k))) ** 3;
  for (let step = 0; step < 4; step++) {
    const { cumulative, density } = erlang(k, x);
    if (density === 0) break;
    x = Math.max(x / 2, x - (cumulative - p) / density);
  }
  return x;
}

/** P(sum ≤ x) is one minus the chance of fewer than k Poisson events in x. Logarithms: e^-x underflows at 745. */
function erlang(k: number, x: number): { cumulative: number; density: number } {
  let logTerm = -x;
  let fewer = 0;
  for (let events = 0; events < k; events++) {
    if (events > 0) logTerm += Math.log(x / events);
    fewer += Math.exp(logTerm);
  }
  return { cumulative: 1 - fewer, density: Math.exp(logTerm) };
}

/** Hastings' approximation, good to 5e-4: only a starting point. */
function normalQuantile(p: number): number {
  const tail = Math.min(p, 1 - p);
  const t = Math.sqrt(-2 * Math.log(tail));
  const z =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return p < 0.5 ? -z : z;
}
