import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { categories } from "@/db/schema";
import { createCategory } from "@/lib/categories/create-category";
import { loadCategories, pathTo } from "@/lib/categories/load-categories";
import { type Actor, system } from "@/lib/members/actor";
import { slugOf } from "@/lib/platform/slug";

/** The category for an import, by slug; made when it is missing. `pages` are the tags of all pages that list it. */
export async function findCategoryFor(actor: Actor, wanted: { slug: string; name: string; from: string }): Promise<{ id: number; slug: string; pages: string[] }> {
  const slug = slugOf(wanted.slug, "imported").slice(0, 60).replace(/-+$/, "");
  const [found] = await db.select({ id: categories.id }).from(categories).where(eq(categories.slug, slug));
  const id = found?.id ?? (await make(actor, slug, wanted)).id;
  const path = pathTo(await loadCategories(system("import")), id);
  return { id, slug, pages: ["home:en", "home:de", "kb:en", "kb:de", ...path.map((each) => `category:${each.id}`)] };
}

async function make(actor: Actor, slug: string, { name, from }: { name: string; from: string }): Promise<{ id: number }> {
  const short = name.slice(0, 60);
  return createCategory(actor, {
    slug,
    nameEn: short,
    nameDe: short,
    descriptionEn: `Taken over from ${from}`.slice(0, 200),
    descriptionDe: `Übernommen von ${from}`.slice(0, 200),
    icon: "archive",
    position: 900,
  });
}
