import type { Actor } from "@/lib/members/actor";
import type { CategoryNode, CategoryView } from "./category-view";
import { treeOf } from "./list-categories";
import { loadCategories, pathTo } from "./load-categories";

export type CategoryPage = CategoryNode & {
  /** From the top category down to this one. */
  breadcrumbs: CategoryView[];
  /** Not everybody may see it: its page must be kept private. */
  restricted: boolean;
};

/** One category with what is below it; null when there is none that `actor` may see. */
export async function getCategory(actor: Actor, slug: string): Promise<CategoryPage | null> {
  const all = await loadCategories(actor);
  const category = all.find((each) => each.slug === slug);
  if (!category) return null;
  const children = treeOf(all, category.id);
  const below = children.reduce((sum, child) => sum + child.totalThreadCount, 0);
  return {
    ...category,
    children,
    totalThreadCount: category.threadCount + below,
    breadcrumbs: pathTo(all, category.id),
    restricted: category.audience !== "public",
  };
}
