import { inTransaction, type Tx } from "@/db/client";
import { categories } from "@/db/schema";
import { type Actor, system } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { enqueue } from "@/lib/platform/jobs";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { checkPlace } from "./check-place";
import { createCategoryInput } from "./input";
import { loadCategories, pathTo } from "./load-categories";
import { canShapeCategories } from "./permissions";

/** Opens a category; admins and jobs that set a community up. */
export async function createCategory(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number; slug: string }> {
  const category = parseInput(createCategoryInput, input);
  return inTransaction(async (tx) => {
    if (actor.kind !== "system") requireMember(actor);
    assertCan(canShapeCategories(actor));
    const all = await loadCategories(system("categories"), tx);
    checkPlace(all, { ...category, id: null });
    const [row] = await tx
      .insert(categories)
      .values({ ...category, createdAt: now() })
      .returning({ id: categories.id });
    if (!row) throw new Error("no row came back");
    await recordAudit(tx, actor, "category.created", { kind: "category", id: row.id }, { slug: category.slug });
    const above = category.parentId === null ? [] : pathTo(all, category.parentId);
    await invalidatePages(tx, "categories", "home:en", "home:de", ...above.map((each) => `category:${each.id}`));
    await enqueue(tx, "category.created", { categoryId: row.id });
    return { id: row.id, slug: category.slug };
  }, outer);
}
