import type { Member } from "@/lib/members/actor";
import { now, setClock } from "@/lib/platform/clock";

export const SAMPLE_PASSWORD = "kundig-sample-2026";

/** What the parts of the sample know of each other while it is being loaded. */
export type World = {
  startedAt: Date;
  people: Map<string, Member>;
  categories: Map<string, number>;
  departments: Map<string, number>;
  threads: Map<string, { id: number; slug: string; answerIds: number[]; chatAnswerId: number | null; createdAt: Date }>;
  articles: Map<string, { id: number; slug: string }>;
};

export function emptyWorld(): World {
  return { startedAt: now(), people: new Map(), categories: new Map(), departments: new Map(), threads: new Map(), articles: new Map() };
}

export function person(world: World, name: string): Member {
  const found = world.people.get(name);
  if (!found) throw new Error(`The sample has no person ${name}`);
  return found;
}

/** Does `work` as if it were `minutes` before the sample was loaded (or after `since`). */
export async function at<T>(instant: Date, work: () => Promise<T>): Promise<T> {
  setClock(instant);
  try {
    return await work();
  } finally {
    setClock(null);
  }
}

export function before(world: World, minutes: number): Date {
  return new Date(world.startedAt.getTime() - minutes * 60_000);
}

/** `minutes` after `start`, but never in the future. */
export function after(world: World, start: Date, minutes: number): Date {
  return new Date(Math.min(start.getTime() + minutes * 60_000, world.startedAt.getTime() - 1000));
}
