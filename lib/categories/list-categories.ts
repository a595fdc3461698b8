import type { Actor } from "@/lib/members/actor";
import type { CategoryNode, CategoryView } from "./category-view";
import { loadCategories } from "./load-categories";

/** The tree of categories as `actor` may see it. */
export async function listCategories(actor: Actor): Promise<CategoryNode[]> {
  return treeOf(await loadCategories(actor), null);
}

export function treeOf(all: CategoryView[], parentId: number | null): CategoryNode[] {
  return all
    .filter((category) => category.parentId === parentId)
    .map((category) => {
      const children = treeOf(all, category.id);
      const below = children.reduce((sum, child) => sum + child.totalThreadCount, 0);
      return { ...category, children, totalThreadCount: category.threadCount + below };
    });
}
