import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { categories } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { InvalidInput } from "@/lib/platform/errors";
import { visibleCategories } from "./visible";

export type FoundCategory = { id: number; slug: string; audience: string; path: number[] };

/** The category a form names; one that `actor` may not see is as wrong as one that does not exist. */
export async function findCategory(tx: Pick<Tx, "select">, actor: Actor, slug: string): Promise<FoundCategory> {
  const parent = alias(categories, "parent");
  const [found] = await tx
    .select({
      id: categories.id,
      slug: categories.slug,
      audience: categories.audience,
      path: sql<(string | null)[]>`array[${categories.id}, ${parent.id}, ${parent.parentId}]`,
    })
    .from(categories)
    .leftJoin(parent, eq(parent.id, categories.parentId))
    .where(and(eq(categories.slug, slug), visibleCategories(actor)));
  if (!found) throw new InvalidInput({ category: { key: "error.category.unknown" } });
  return { ...found, path: found.path.filter((step) => step !== null).map(Number) };
}
