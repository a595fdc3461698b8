import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { categories } from "@/db/schema";
import { type Actor, system } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { NotFound } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { checkPlace } from "./check-place";
import { editCategoryInput } from "./input";
import { loadCategories } from "./load-categories";
import { canShapeCategories } from "./permissions";

/** Renames, moves or re-addresses a category. Every page may name it, so all of them are made anew. */
export async function editCategory(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number }> {
  const { id, ...change } = parseInput(editCategoryInput, input);
  return inTransaction(async (tx) => {
    if (actor.kind !== "system") requireMember(actor);
    assertCan(canShapeCategories(actor));
    // Held together, so that two moves at once cannot make a circle.
    await tx.select({ id: categories.id }).from(categories).orderBy(categories.id).for("no key update");
    const all = await loadCategories(system("categories"), tx);
    const before = all.find((each) => each.id === id);
    if (!before) throw new NotFound();
    const { slug = before.slug, parentId = before.parentId, audience = before.audience } = change;
    checkPlace(all, { id, slug, parentId, audience });

    await tx.update(categories).set(change).where(eq(categories.id, id));
    await recordAudit(tx, actor, "category.edited", { kind: "category", id }, { change });
    await invalidatePages(tx, "*");
    await enqueue(tx, "category.edited", { categoryId: id, audienceChanged: audience !== before.audience });
    return { id };
  }, outer);
}
