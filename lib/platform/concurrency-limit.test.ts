import { describe, expect, it } from "vitest";
import { concurrencyLimit } from "./concurrency-limit";
import { TooMany } from "./errors";

describe("concurrencyLimit", () => {
  it("runs so many at once, lets so many wait and refuses the rest", async () => {
    const limited = concurrencyLimit({ active: 2, queued: 3, retryAfterSeconds: 5 });
    const open: (() => void)[] = [];
    let running = 0;
    let most = 0;
    const work = async (): Promise<string> => {
      most = Math.max(most, ++running);
      await new Promise<void>((resolve) => open.push(resolve));
      running--;
      return "done";
    };
    const five = Array.from({ length: 5 }, () => limited(work));
    await expect(limited(work)).rejects.toThrow(TooMany);
    while (open.length) {
      open.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await Promise.all(five)).toEqual(Array(5).fill("done"));
    expect(most).toBe(2);
  });

  it("frees the place of work that fails", async () => {
    const limited = concurrencyLimit({ active: 1, queued: 0, retryAfterSeconds: 1 });
    await expect(limited(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await limited(() => Promise.resolve(1))).toBe(1);
  });
});
