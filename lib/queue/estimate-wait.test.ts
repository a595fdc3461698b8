import { describe, expect, it } from "vitest";
import {
  type WaitEstimate,
  erlangQuantile,
  estimateWait,
  liveCorrection,
  steadyWait,
  trimmedSeatTime,
} from "@/lib/queue/estimate-wait";

const busy = { position: 1, seats: 10, freeSeats: 0, meanSeatSeconds: 600 };

function seconds(estimate: WaitEstimate): { p50Seconds: number; p80Seconds: number } {
  if (!("p80Seconds" in estimate)) throw new Error(`No figure in ${JSON.stringify(estimate)}`);
  return estimate;
}

describe("estimateWait", () => {
  it("is now while a seat is free for this place", () => {
    expect(estimateWait({ ...busy, position: 2, freeSeats: 2 })).toEqual({ now: true });
    expect(estimateWait({ ...busy, position: 3, freeSeats: 2 })).toEqual(estimateWait(busy));
  });

  it("gives no number while nobody is there", () => {
    expect(estimateWait({ ...busy, seats: 0 })).toEqual({ none: true });
    expect(estimateWait({ ...busy, seats: 0, freeSeats: 5 })).toEqual({ none: true });
  });

  it("expects one of ten seats of ten minutes within a minute, half the time", () => {
    expect(estimateWait(busy)).toEqual({ p50Seconds: 42, p80Seconds: 97, bucket: "1-2" });
  });

  it.each([
    [1, 60, "<1"],
    [1, 600, "1-2"],
    [3, 600, "3-5"],
    [6, 600, "6-10"],
    [20, 600, ">10"],
  ])("puts place %i with seats of %i s in the bucket %s", (position, meanSeatSeconds, bucket) => {
    expect(estimateWait({ ...busy, position, meanSeatSeconds })).toMatchObject({ bucket });
  });

  it.each([1, 2, 7, 30])("doubles at place %i when half the agents leave", (position) => {
    const full = seconds(estimateWait({ ...busy, position }));
    const half = seconds(estimateWait({ ...busy, position, seats: 5 }));
    expect(half.p50Seconds / full.p50Seconds).toBeCloseTo(2, 1);
    expect(half.p80Seconds / full.p80Seconds).toBeCloseTo(2, 1);
  });

  it("depends on the seats, not on how many samples were taken", () => {
    const places = [1, 2, 4, 8].map((seats) => seconds(estimateWait({ ...busy, seats })).p80Seconds);
    expect(places).toEqual([...places].sort((a, b) => b - a));
    expect(new Set(places).size).toBe(4);
    expect(seconds(estimateWait({ ...busy, position: 50 })).p50Seconds).toBeGreaterThan(
      40 * seconds(estimateWait(busy)).p50Seconds,
    );
  });

  it("never trusts the last ten minutes more than twofold", () => {
    expect(estimateWait({ ...busy, correction: 0.01 })).toEqual(estimateWait({ ...busy, correction: 0.5 }));
    expect(estimateWait({ ...busy, correction: 9 })).toEqual(estimateWait({ ...busy, correction: 2 }));
    expect(liveCorrection(0, 40)).toBe(0.5);
    expect(liveCorrection(20, 5)).toBe(2);
    expect(liveCorrection(6, 0)).toBe(1);
  });
});

describe("erlangQuantile", () => {
  it.each([1, 2, 3, 10, 60])("agrees with 40,000 sums of %i exponentials", (k) => {
    const random = seeded(k);
    const sums = Array.from({ length: 40_000 }, () => {
      let sum = 0;
      for (let n = 0; n < k; n++) sum -= Math.log(1 - random());
      return sum;
    }).sort((a, b) => a - b);
    for (const p of [0.5, 0.8]) {
      expect(Math.abs((sums[Math.floor(p * 40_000)] ?? 0) / erlangQuantile(k, p) - 1)).toBeLessThan(0.025);
    }
  });

  it("stays a number at the end of a very long queue", () => {
    expect(erlangQuantile(5000, 0.8)).toBeGreaterThan(5000);
    expect(erlangQuantile(5000, 0.8)).toBeLessThan(5100);
  });
});

describe("trimmedSeatTime", () => {
  it("takes eight minutes until there are twenty samples", () => {
    expect(trimmedSeatTime(Array(19).fill(60))).toBe(480);
    expect(trimmedSeatTime(Array(20).fill(60))).toBe(60);
  });

  it("lets one forgotten chat not count", () => {
    expect(trimmedSeatTime([...Array(29).fill(300), 86_400])).toBe(300);
  });

  it("looks at the last hundred", () => {
    expect(trimmedSeatTime([...Array(100).fill(900), ...Array(100).fill(300)])).toBe(300);
  });
});

describe("steadyWait", () => {
  const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 9, 0, second));
  const short: WaitEstimate = { p50Seconds: 60, p80Seconds: 100, bucket: "1-2" };
  const long: WaitEstimate = { p50Seconds: 200, p80Seconds: 290, bucket: "3-5" };

  it("rises at most once a minute and falls at once", () => {
    const first = steadyWait<WaitEstimate>(null, short, at(0));
    expect(steadyWait<WaitEstimate>(first, long, at(59)).estimate).toBe(short);
    const risen = steadyWait<WaitEstimate>(first, long, at(60));
    expect(risen.estimate).toBe(long);
    expect(steadyWait<WaitEstimate>(risen, { now: true }, at(61)).estimate).toEqual({ now: true });
    expect(steadyWait<WaitEstimate>(first, { none: true }, at(1)).estimate).toEqual({ none: true });
  });
});

describe("5,000 simulated chats", () => {
  const patterns: [string, (hour: number) => number, (hour: number) => number][] = [
    ["ten seats all day", () => 10, (t) => (t % 2 < 1 ? 95 : 50)],
    ["four seats fewer at lunch", (t) => (t % 8 > 3 && t % 8 < 4 ? 8 : 12), () => 84],
    ["a late shift half the size", (t) => (t % 8 < 5 ? 16 : 8), (t) => (t % 8 < 5 ? 118 : 58)],
  ];

  it.each(patterns.flatMap((pattern) => [0.9, 1.1].map((demand) => [...pattern, demand] as const)))(
    "are served within the time shown in 75 to 90 % of cases with %s",
    (_, seatsAt, chatsAt, demand) => {
      const waits = simulate({ seatsAt, chatsPerHour: (hour) => chatsAt(hour) * demand, chats: 5000 });
      expect(waits.length).toBeGreaterThan(2000);
      const kept = waits.filter(({ shown, waited }) => waited <= shown).length / waits.length;
      expect(kept).toBeGreaterThanOrEqual(0.75);
      expect(kept).toBeLessThanOrEqual(0.9);
    },
  );
});

type Pattern = { seatsAt: (hour: number) => number; chatsPerHour: (hour: number) => number; chats: number };

/** First come, first served; at most three wait for each seat; seat times are lognormal with a mean of eight minutes. */
function simulate({ seatsAt, chatsPerHour, chats }: Pattern): { shown: number; waited: number }[] {
  const random = seeded(chats);
  const ends: number[] = [];
  const seatTimes: number[] = [];
  const releases: number[] = [];
  const queue: { since: number; shown: number | null }[] = [];
  const waits: { shown: number; waited: number }[] = [];

  const seat = (t: number) => {
    while (queue.length > 0 && ends.length < seatsAt(t / 3600)) {
      const next = queue.shift();
      if (next && next.shown !== null) waits.push({ shown: next.shown, waited: t - next.since });
      const length = 420 * Math.exp(0.5 * gaussian(random) + 0.01);
      seatTimes.push(length);
      ends.push(t + length);
      ends.sort((a, b) => a - b);
    }
  };

  for (let t = 0, arrived = 0; arrived < chats || queue.length > 0; t++) {
    while ((ends[0] ?? Infinity) <= t) {
      ends.shift();
      releases.push(t);
    }
    seat(t);
    if (arrived >= chats || random() > chatsPerHour(t / 3600) / 3600) continue;
    arrived++;
    if (queue.length >= 3 * seatsAt(t / 3600)) continue;
    const meanSeatSeconds = trimmedSeatTime(seatTimes);
    const seats = seatsAt(t / 3600);
    const lately = releases.filter((at) => at > t - 600).length;
    const correction = liveCorrection(lately, (seats * 600) / meanSeatSeconds);
    const position = queue.length + 1;
    const estimate = estimateWait({
      position,
      seats,
      freeSeats: seats - ends.length,
      meanSeatSeconds,
      correction,
    });
    queue.push({ since: t, shown: "p80Seconds" in estimate ? estimate.p80Seconds : null });
    seat(t);
  }
  return waits;
}

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let value = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
