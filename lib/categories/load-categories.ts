import { asc } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { categories } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import type { CategoryView } from "./category-view";
import { visibleCategories } from "./visible";

/** All categories that `actor` may see, in their order. There are tens of them, so one query brings all. */
export async function loadCategories(actor: Actor, from: Pick<Tx, "select"> = db): Promise<CategoryView[]> {
  const rows = await from
    .select()
    .from(categories)
    .where(visibleCategories(actor))
    .orderBy(asc(categories.position), asc(categories.id));
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    parentId: row.parentId,
    name: { en: row.nameEn, de: row.nameDe },
    description: { en: row.descriptionEn, de: row.descriptionDe },
    icon: row.icon,
    position: row.position,
    audience: row.audience,
    departmentId: row.departmentId,
    threadCount: row.threadCount,
  }));
}

/** From the top category down to `id`; empty when it is not among them. */
export function pathTo<C extends { id: number; parentId: number | null }>(all: C[], id: number): C[] {
  const path: C[] = [];
  let next: number | null = id;
  while (next !== null && path.length <= all.length) {
    const found: C | undefined = all.find((category) => category.id === next);
    if (!found) break;
    path.unshift(found);
    next = found.parentId;
  }
  return path;
}

/** `id` and everything below it. */
export function subtreeOf(all: { id: number; parentId: number | null }[], id: number): number[] {
  const ids = [id];
  for (let at = 0; at < ids.length; at++) {
    for (const category of all) if (category.parentId === ids[at] && !ids.includes(category.id)) ids.push(category.id);
  }
  return ids;
}
