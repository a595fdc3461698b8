import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { CategoryView } from "@/lib/categories/category-view";
import { type Actor, memberId } from "@/lib/members/actor";
import { locales } from "@/lib/platform/i18n/locale";
import type { NamedFilter } from "./filter-words";
import type { Narrowed } from "./fits-filter";
import { startOf } from "./since";

/** A name that was typed and that nobody and nothing bears. */
export type Unknown = { what: "author" | "category"; value: string };

/**
 * Looks up what a filter names. What is chosen (in the address, by a program) and does not exist finds nothing;
 * what is typed and does not exist is left out and told.
 */
export async function resolveFilter(
  actor: Actor,
  chosen: NamedFilter,
  typed: NamedFilter,
  reading: Promise<CategoryView[]>,
): Promise<{ filter: Narrowed; unknown: Unknown[] }> {
  const unknown: Unknown[] = [];
  const categories = chosen.categories || typed.categories ? await reading : [];
  const typedPlaces = (typed.categories ?? []).flatMap((name) => {
    const ids = placesOf(categories, name);
    if (ids.length === 0) unknown.push({ what: "category", value: name });
    return ids;
  });
  const chosenPlaces = chosen.categories?.flatMap((name) => placesOf(categories, name));
  const places = chosenPlaces ?? (typedPlaces.length > 0 ? [] : undefined);
  const author = chosen.author ?? typed.author;
  const authorId = author === undefined ? undefined : await findAuthor(actor, author);
  if (authorId === null && chosen.author === undefined) unknown.push({ what: "author", value: author ?? "" });
  const filter: Narrowed = {
    kinds: both(chosen.kinds, typed.kinds),
    states: both(chosen.states, typed.states),
    tags: both(chosen.tags, typed.tags),
    products: both(chosen.products, typed.products),
    locale: chosen.locale ?? typed.locale,
    categoryIds: places && [...new Set([...places, ...typedPlaces])],
    // Nobody has the number 0.
    authorId: authorId === null ? (chosen.author === undefined ? undefined : 0) : authorId,
    after: chosen.after ?? typed.after ?? (chosen.since && startOf(chosen.since)),
    before: chosen.before ?? typed.before,
  };
  return { filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)), unknown };
}

function both(a: string[] | undefined, b: string[] | undefined): string[] | undefined {
  return a || b ? [...new Set([...(a ?? []), ...(b ?? [])])] : undefined;
}

/** A category by its slug or name, and those below it. */
function placesOf(categories: CategoryView[], wanted: string): number[] {
  const named = wanted.toLowerCase();
  const isIt = ({ slug, name }: CategoryView) => slug === wanted || slug === named || locales.some((locale) => name[locale].toLowerCase() === named);
  const found = categories.filter(isIt).map(({ id }) => id);
  for (const id of found) found.push(...categories.filter(({ parentId }) => parentId === id).map((below) => below.id));
  return [...new Set(found)];
}

/** By handle or name; by a first name too, when only one bears it. */
async function findAuthor(actor: Actor, wanted: string): Promise<number | null> {
  const name = wanted.replaceAll("\0", "").toLowerCase();
  if (name === "me" || name === "mir") return memberId(actor);
  const { rows } = await db.execute<{ id: string; whole: boolean }>(sql`
    select id, name = ${name} or lower(display_name) = ${name} as whole from members
    where name = ${name} or lower(display_name) = ${name} or lower(split_part(display_name, ' ', 1)) = ${name}
    order by name = ${name} desc, whole desc, id limit 2`);
  const [first, second] = rows;
  return first && (first.whole || !second) ? Number(first.id) : null;
}
