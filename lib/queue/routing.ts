/* Who is offered which waiting conversation. Pure: the caller reads the rows and holds the locks. */

export type RoutingAgent = {
  id: number;
  state: "offline" | "online" | "away" | "break" | "wrap_up" | "not_responding" | "draining";
  leaseUntil: Date | null;
  departmentIds: readonly number[];
  skills: readonly string[];
  load: number;
  capacity: number;
  /** Offers made to them in the last 15 minutes. */
  recentOffers: number;
  lastAssignedAt: Date | null;
  /** Came online and has not reached the team's share yet (`hasCaughtUp`). */
  startingShift?: boolean;
};

export type RoutingItem = {
  departmentId: number;
  /** In the order they help out, from `fallbackChain`. */
  fallbackDepartmentIds: readonly number[];
  requiredSkills: readonly string[];
  preferredSkills: readonly string[];
  weight: number;
  enqueuedAt: Date;
  /** Agents who already had this offer in this round. */
  offeredTo: readonly number[];
  /** Who worked on this case before. */
  previousAgentId: number | null;
};

const SECOND = 1000;
const RING = 45 * SECOND;
const PREVIOUS_AGENT_FIRST = 20 * SECOND;
const SHIFT_START_PAUSE = 20 * SECOND;
const FALLBACK_DEPTH = 3;

export function eligible(agent: RoutingAgent, item: RoutingItem, now: Date): boolean {
  return (
    agent.state === "online" &&
    agent.leaseUntil !== null &&
    agent.leaseUntil > now &&
    agent.load + item.weight <= agent.capacity &&
    !item.offeredTo.includes(agent.id) &&
    !(agent.startingShift && waited(agent.lastAssignedAt, now) < SHIFT_START_PAUSE) &&
    departmentRank(agent, item, now) < Infinity &&
    skillsNeeded(item, now).every((skill) => agent.skills.includes(skill))
  );
}

/**
 * The previous agent for the first 20 seconds, then the one with the largest free share; among equals who had
 * fewest offers lately, then who waited longest for one, then the lowest id.
 */
export function pickAgent<A extends RoutingAgent>(
  agents: readonly A[],
  item: RoutingItem,
  now: Date,
): A | null {
  const candidates = agents.filter((agent) => eligible(agent, item, now));
  const previous = candidates.find(({ id }) => id === item.previousAgentId);
  if (previous && waited(item.enqueuedAt, now) < PREVIOUS_AGENT_FIRST) return previous;

  const byRank = (a: A, b: A) =>
    departmentRank(a, item, now) - departmentRank(b, item, now) ||
    freeShare(b) - freeShare(a) ||
    a.recentOffers - b.recentOffers ||
    (a.lastAssignedAt?.getTime() ?? 0) - (b.lastAssignedAt?.getTime() ?? 0) ||
    a.id - b.id;
  return candidates.sort(byRank)[0] ?? null;
}

/** What is asked of an agent weakens with the wait: all skills, then the required ones, then none. */
function skillsNeeded(item: RoutingItem, now: Date): readonly string[] {
  const ring = Math.floor(waited(item.enqueuedAt, now) / RING);
  if (ring < 1) return [...item.requiredSkills, ...item.preferredSkills];
  return ring < 2 ? item.requiredSkills : [];
}

/** 0 in the item's own department, 1… in those that help out once the last ring is reached, else Infinity. */
function departmentRank(agent: RoutingAgent, item: RoutingItem, now: Date): number {
  if (agent.departmentIds.includes(item.departmentId)) return 0;
  if (waited(item.enqueuedAt, now) < 2 * RING) return Infinity;
  const rank = item.fallbackDepartmentIds.findIndex((id) => agent.departmentIds.includes(id));
  return rank < 0 ? Infinity : rank + 1;
}

/** The departments that help out, nearest first: at most three, each once, whatever the settings say. */
export function fallbackChain(departmentId: number, fallbackOf: ReadonlyMap<number, number>): number[] {
  const chain: number[] = [];
  let next = fallbackOf.get(departmentId);
  while (
    next !== undefined &&
    next !== departmentId &&
    !chain.includes(next) &&
    chain.length < FALLBACK_DEPTH
  ) {
    chain.push(next);
    next = fallbackOf.get(next);
  }
  return chain;
}

/** True once an agent who came online carries the team's mean share, and may be offered work like all others. */
export function hasCaughtUp(agent: RoutingAgent, team: readonly RoutingAgent[]): boolean {
  const shares = team.map(({ load, capacity }) => load / capacity);
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return !(agent.load / agent.capacity < mean);
}

/** Rounded, so that sums of fractional loads compare as the seats they stand for. */
function freeShare({ load, capacity }: RoutingAgent): number {
  return capacity > 0 ? Math.round(((capacity - load) / capacity) * 1e6) : 0;
}

function waited(since: Date | null, now: Date): number {
  return since ? now.getTime() - since.getTime() : Infinity;
}
