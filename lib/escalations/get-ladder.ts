import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { categories } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { canShapeLadder } from "./can-shape-ladder";
import { type LadderOverride, ladderOverride } from "./ladder";

/** A category's own times; empty where it follows the usual ladder. */
export async function getLadder(actor: Actor, categoryId: number): Promise<LadderOverride> {
  assertCan(canShapeLadder(actor));
  const [row] = await db.select({ ladder: categories.ladder }).from(categories).where(eq(categories.id, categoryId));
  return ladderOverride.safeParse(row?.ladder).data ?? [];
}
