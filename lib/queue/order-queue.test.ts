import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type WaitingEntry, demandBonus, orderQueue } from "@/lib/queue/order-queue";

const now = new Date("2026-07-01T10:00:00Z");

function entry(id: number, waited: number, changes: Partial<WaitingEntry> = {}): WaitingEntry {
  return { id, priority: 0, enqueuedAt: new Date(now.getTime() - waited * 1000), ...changes };
}

describe("orderQueue", () => {
  const order = (...entries: WaitingEntry[]) => orderQueue(entries, now).map(({ id }) => id);

  it.each<[string, WaitingEntry[], number[]]>([
    ["serves who waited longest", [entry(1, 10), entry(2, 20)], [2, 1]],
    ["serves a higher priority first", [entry(1, 300), entry(2, 20, { priority: 1 })], [2, 1]],
    ["lets ten minutes outrank every priority", [entry(1, 599, { priority: 2 }), entry(2, 600)], [2, 1]],
    [
      "orders the aged by their wait alone",
      [entry(1, 700, { priority: 2, meToo: 500 }), entry(2, 701)],
      [2, 1],
    ],
    [
      "serves twelve with one problem before one as early",
      [entry(1, 60), entry(2, 60, { meToo: 12 })],
      [2, 1],
    ],
    ["falls back on the order of coming", [entry(3, 60), entry(2, 60)], [2, 3]],
  ])("%s", (_, entries, expected) => {
    expect(order(...entries)).toEqual(expected);
    expect(order(...[...entries].reverse())).toEqual(expected);
  });

  it("is the same for every order of rows, and places everybody once", () => {
    const entries = fc.array(fc.record({ waited: fc.nat(1200), priority: fc.nat(2), meToo: fc.nat(300) }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(entries, fc.nat(), (drawn, turn) => {
        const rows = drawn.map(({ waited, ...rest }, n) => entry(n, waited, rest));
        const turned = [...rows.slice(turn % 11), ...rows.slice(0, turn % 11)].reverse();
        const ordered = orderQueue(rows, now);
        expect(orderQueue(turned, now)).toEqual(ordered);
        expect(ordered.map(({ id }) => id).sort((a, b) => a - b)).toEqual(rows.map(({ id }) => id));
      }),
    );
  });

  it("starves nobody, whoever comes after: after ten minutes only those who came earlier are before you", () => {
    const newcomers = fc.array(fc.record({ priority: fc.nat(2), meToo: fc.nat(1000) }), {
      minLength: 60,
      maxLength: 60,
    });
    fc.assert(
      fc.property(newcomers, (changes) => {
        const first: WaitingEntry = { id: -1, priority: 0, enqueuedAt: now };
        let waiting = [first];
        let servedAt = Infinity;
        for (const [n, change] of changes.entries()) {
          const at = new Date(now.getTime() + n * 15_000);
          const [next, ...rest] = orderQueue([...waiting, { id: n, enqueuedAt: at, ...change }], at);
          if (next === first) servedAt = n;
          waiting = rest;
        }
        expect(servedAt).toBeLessThanOrEqual(40);
      }),
    );
  });
});

describe("demandBonus", () => {
  it.each([
    [0, 0],
    [1, 20_000],
    [3, 40_000],
    [511, 180_000],
    [1_000_000, 180_000],
    [-5, 0],
  ])("%i others add %i ms", (meToo, bonus) => {
    expect(demandBonus({ meToo })).toBe(bonus);
  });
});
