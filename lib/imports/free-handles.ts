import { inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { members } from "@/db/schema";
import { handleOf, isReservedHandle } from "@/lib/members/handle";

/**
 * A handle nobody has yet for each of many people, in their order. One query for all, where freeHandle asks
 * for each: the second of a name is told apart by their number at the source, which is theirs alone.
 */
export async function freeHandles(tx: Tx, people: { displayName: string; number: string }[]): Promise<string[]> {
  const wishes = people.map(({ displayName, number }) => {
    const handle = handleOf(displayName);
    const numbered = `${handle}-${number.replace(/[^0-9]/g, "") || "0"}`;
    const mayBeBare = !isReservedHandle(handle) && handle !== "member";
    return [...(mayBeBare ? [handle] : []), numbered, ...[2, 3, 4, 5].map((again) => `${numbered}-${again}`)];
  });
  const rows = await tx.select({ name: members.name }).from(members).where(inArray(members.name, wishes.flat()));
  const taken = new Set(rows.map(({ name }) => name));
  return wishes.map((wish) => {
    const free = wish.find((handle) => !taken.has(handle));
    if (!free) throw new Error(`no free handle like ${wish[0]}`);
    taken.add(free);
    return free;
  });
}
