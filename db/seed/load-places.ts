import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { categories, departments, settings, tags } from "@/db/schema";
import { categories as seedCategories } from "./content/categories";
import { company } from "./content/company";
import { departments as seedDepartments } from "./content/departments";
import { tags as seedTags } from "./content/tags";
import type { SeedCategory, SeedDepartment } from "./content/types";
import type { World } from "./world";

/** The company, its departments, categories and tags. */
export async function loadPlaces(tx: Tx, world: World): Promise<void> {
  await tx.insert(settings).values([
    { key: "company.name", value: company.name },
    { key: "company.legalName", value: company.legalName },
    { key: "company.products", value: company.products },
    { key: "company.popularSearches", value: company.popularSearches },
  ]);
  for (const department of seedDepartments) {
    const [row] = await tx
      .insert(departments)
      .values({ slug: department.slug, nameEn: department.nameEn, nameDe: department.nameDe, calendar: calendarOf(department) })
      .returning({ id: departments.id });
    if (row) world.departments.set(department.slug, row.id);
  }
  for (const [position, category] of seedCategories.entries()) await loadCategory(tx, world, category, position);
  await tx.insert(tags).values(seedTags.map((tag) => ({ slug: tag.slug, name: tag.nameEn === tag.nameDe ? tag.nameEn : `${tag.nameDe} · ${tag.nameEn}` })));
}

async function loadCategory(tx: Tx, world: World, category: SeedCategory, position: number): Promise<void> {
  const parent = category.parent ? world.categories.get(category.parent) : undefined;
  const [row] = await tx
    .insert(categories)
    .values({
      slug: category.slug,
      parentId: parent ?? null,
      nameEn: category.nameEn,
      nameDe: category.nameDe,
      descriptionEn: category.descriptionEn,
      descriptionDe: category.descriptionDe,
      icon: category.icon,
      position,
      audience: category.visibility,
      departmentId: category.department ? (world.departments.get(category.department) ?? null) : null,
    })
    .returning({ id: categories.id });
  if (!row) throw new Error(`no category ${category.slug}`);
  world.categories.set(category.slug, row.id);
  if (category.ladder) {
    const { nudgeExperts, departmentInbox, offerHuman } = category.ladder;
    const ladder = [
      { action: "nudge_experts", afterMinutes: nudgeExperts },
      { action: "inbox", afterMinutes: departmentInbox },
      { action: "offer_chat", afterMinutes: offerHuman },
    ];
    await tx.update(categories).set({ ladder }).where(eq(categories.id, row.id));
  }
}

/** The sample counts days from 1 = Monday, the calendar from 0. */
function calendarOf(department: SeedDepartment) {
  return {
    zone: department.zone,
    weekly: department.hours.map(({ day, from, to }) => ({ day: day - 1, from, to })),
    ...(department.holidayLand ? { holidays: { land: department.holidayLand } } : {}),
    exceptions: department.yearlyExceptions.map(({ month, day, hours }) => {
      const date = `2026-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
      return { from: date, to: date, repeatYearly: true, ...(hours.length === 0 ? { closed: true } : { intervals: hours }) };
    }),
  };
}
