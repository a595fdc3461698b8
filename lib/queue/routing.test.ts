import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type RoutingAgent,
  type RoutingItem,
  eligible,
  fallbackChain,
  hasCaughtUp,
  pickAgent,
} from "@/lib/queue/routing";
import { gini } from "@/lib/queue/gini";

const now = new Date("2026-07-01T10:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

function agent(id: number, changes: Partial<RoutingAgent> = {}): RoutingAgent {
  return {
    id,
    state: "online",
    leaseUntil: ago(-45),
    departmentIds: [1],
    skills: ["german", "dishwasher"],
    load: 0,
    capacity: 3,
    recentOffers: 0,
    lastAssignedAt: null,
    ...changes,
  };
}

function item(changes: Partial<RoutingItem> = {}): RoutingItem {
  return {
    departmentId: 1,
    fallbackDepartmentIds: [2],
    requiredSkills: ["german"],
    preferredSkills: ["dishwasher"],
    weight: 1,
    enqueuedAt: ago(1),
    offeredTo: [],
    previousAgentId: null,
    ...changes,
  };
}

describe("eligible", () => {
  it.each<[string, boolean, Partial<RoutingAgent>, Partial<RoutingItem>]>([
    ["an agent who is there and free", true, {}, {}],
    ["one whose last seat it takes", true, { load: 2 }, {}],
    ["not one without a free seat", false, { load: 2.5 }, {}],
    ["not one without three seats for a call", false, { load: 1 }, { weight: 3 }],
    ["not one whose lease ran out", false, { leaseUntil: now }, {}],
    ["not one who never had a lease", false, { leaseUntil: null }, {}],
    ["not one who is away", false, { state: "away" }, {}],
    ["not one who is wrapping up", false, { state: "wrap_up" }, {}],
    ["not one who does not respond", false, { state: "not_responding" }, {}],
    ["not one at the end of the shift", false, { state: "draining" }, {}],
    ["not one of another department", false, { departmentIds: [3] }, { enqueuedAt: ago(3600) }],
    ["not one who had this offer in this round", false, {}, { offeredTo: [7] }],
    ["at first not one without a preferred skill", false, { skills: ["german"] }, { enqueuedAt: ago(44) }],
    ["after 45 s one with the required ones", true, { skills: ["german"] }, { enqueuedAt: ago(45) }],
    ["then not one without them", false, { skills: [] }, { enqueuedAt: ago(89) }],
    ["after 90 s anyone of the department", true, { skills: [] }, { enqueuedAt: ago(90) }],
    ["before 90 s nobody of the fallback", false, { departmentIds: [2] }, { enqueuedAt: ago(89) }],
    ["after 90 s one of the fallback", true, { departmentIds: [2] }, { enqueuedAt: ago(90) }],
    [
      "not one who came online and had work 19 s ago",
      false,
      { startingShift: true, lastAssignedAt: ago(19) },
      {},
    ],
    ["one who came online and had work 20 s ago", true, { startingShift: true, lastAssignedAt: ago(20) }, {}],
  ])("is %s", (_, expected, agentChanges, itemChanges) => {
    expect(eligible(agent(7, agentChanges), item(itemChanges), now)).toBe(expected);
  });
});

describe("pickAgent", () => {
  const pick = (agents: RoutingAgent[], changes: Partial<RoutingItem> = {}) =>
    pickAgent(agents, item(changes), now)?.id;

  it("has nobody to pick", () => {
    expect(pickAgent([], item(), now)).toBeNull();
    expect(pickAgent([agent(1, { state: "break" })], item(), now)).toBeNull();
  });

  it("gives the previous agent twenty seconds", () => {
    const agents = [agent(1, { load: 2 }), agent(2)];
    expect(pick(agents, { previousAgentId: 1, enqueuedAt: ago(19) })).toBe(1);
    expect(pick(agents, { previousAgentId: 1, enqueuedAt: ago(20) })).toBe(2);
    expect(pick([agent(1, { state: "away" }), agent(2)], { previousAgentId: 1 })).toBe(2);
  });

  it("takes the largest free share, not the most free seats", () => {
    expect(pick([agent(1, { capacity: 6, load: 3 }), agent(2, { capacity: 3, load: 1 })])).toBe(2);
  });

  it("then fewest recent offers, then the longest without, then the lowest id", () => {
    expect(pick([agent(1, { recentOffers: 1 }), agent(2)])).toBe(2);
    expect(pick([agent(1, { lastAssignedAt: ago(60) }), agent(2, { lastAssignedAt: ago(61) })])).toBe(2);
    expect(pick([agent(1, { lastAssignedAt: ago(60) }), agent(2)])).toBe(2);
    expect(pick([agent(2), agent(1)])).toBe(1);
  });

  it("prefers the item's own department to one that helps out", () => {
    expect(pick([agent(1, { departmentIds: [2] }), agent(2, { load: 2 })], { enqueuedAt: ago(120) })).toBe(2);
  });

  it("does not depend on the order of the rows, and never overfills anyone", () => {
    const anyAgent = fc
      .tuple(fc.nat(6), fc.integer({ min: 1, max: 5 }), fc.nat(3), fc.option(fc.nat(900), { nil: null }))
      .map(([load, capacity, recentOffers, seconds]) =>
        agent(0, {
          load: load / 2,
          capacity,
          recentOffers,
          lastAssignedAt: seconds === null ? null : ago(seconds),
        }),
      );
    fc.assert(
      fc.property(fc.array(anyAgent, { maxLength: 12 }), fc.nat(), (drawn, turn) => {
        const agents = drawn.map((one, n) => ({ ...one, id: n + 1 }));
        const turned = [...agents.slice(turn % 7), ...agents.slice(0, turn % 7)].reverse();
        const picked = pickAgent(agents, item(), now);
        expect(pickAgent(turned, item(), now)).toEqual(picked);
        expect(picked === null).toBe(agents.every(({ load, capacity }) => load + 1 > capacity));
        if (picked) expect(picked.load + 1).toBeLessThanOrEqual(picked.capacity);
      }),
    );
  });

  it("shares 200 arrivals among ten agents with a Gini coefficient of at most 0.1", () => {
    const agents = Array.from({ length: 10 }, (_, n) => agent(n + 1));
    const open: { agent: RoutingAgent; ends: number }[] = [];
    const counts = new Map(agents.map(({ id }) => [id, 0]));
    let random = 42;
    for (let arrival = 0, second = 0; arrival < 200; arrival++, second += 30) {
      const at = new Date(now.getTime() + second * 1000);
      for (const chat of open.filter(({ ends }) => ends <= second)) {
        chat.agent.load--;
        open.splice(open.indexOf(chat), 1);
      }
      for (const one of agents) one.leaseUntil = new Date(at.getTime() + 45_000);
      const picked = pickAgent(agents, item({ enqueuedAt: at }), at);
      if (!picked) continue;
      picked.load++;
      picked.lastAssignedAt = at;
      counts.set(picked.id, (counts.get(picked.id) ?? 0) + 1);
      random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
      open.push({ agent: picked, ends: second + 120 + (random / 2_147_483_648) * 900 });
    }
    const shares = [...counts.values()];
    expect(shares.reduce((a, b) => a + b)).toBeGreaterThan(150);
    expect(gini(shares)).toBeLessThanOrEqual(0.1);
  });
});

describe("an agent coming online", () => {
  it("is caught up at the team's mean share", () => {
    const team = [agent(1, { load: 2 }), agent(2, { load: 2 }), agent(3, { load: 1 })];
    expect(team.map((one) => hasCaughtUp(one, team))).toEqual([true, true, false]);
    expect(hasCaughtUp(agent(1), [agent(1)])).toBe(true);
  });
});

describe("fallbackChain", () => {
  it("follows three departments, ends in a circle, and needs none", () => {
    expect(
      fallbackChain(
        1,
        new Map([
          [1, 2],
          [2, 3],
          [3, 4],
          [4, 5],
        ]),
      ),
    ).toEqual([2, 3, 4]);
    expect(
      fallbackChain(
        1,
        new Map([
          [1, 2],
          [2, 1],
        ]),
      ),
    ).toEqual([2]);
    expect(
      fallbackChain(
        1,
        new Map([
          [1, 2],
          [2, 3],
          [3, 2],
        ]),
      ),
    ).toEqual([2, 3]);
    expect(fallbackChain(1, new Map([[1, 1]]))).toEqual([]);
    expect(fallbackChain(1, new Map())).toEqual([]);
  });
});
