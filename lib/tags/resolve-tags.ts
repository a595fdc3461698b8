import { inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { tags } from "@/db/schema";
import { isStaff, type Member } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { InvalidInput } from "@/lib/platform/errors";
import { slugOf } from "@/lib/platform/slug";

export type ResolvedTag = { id: number; slug: string };

/** Tags by slug or name. New ones are made for members who are known; others choose from what is there. */
export async function resolveTags(tx: Tx, author: Member, names: string[]): Promise<ResolvedTag[]> {
  const wanted = new Map(names.map((name) => [slugOf(name, "").slice(0, 40), name.trim()]));
  wanted.delete("");
  if (wanted.size === 0) return [];
  const slugs = [...wanted.keys()];
  const found = await tx.select({ id: tags.id, slug: tags.slug }).from(tags).where(inArray(tags.slug, slugs));
  const missing = slugs.filter((slug) => !found.some((tag) => tag.slug === slug));
  if (missing.length > 0) {
    if (author.trust === "new" && !isStaff(author)) {
      throw new InvalidInput({ tags: { key: "error.tag.unknown", values: { tag: wanted.get(missing[0] ?? "") ?? "" } } });
    }
    await tx
      .insert(tags)
      .values(missing.map((slug) => ({ slug, name: wanted.get(slug) ?? slug, createdAt: now() })))
      .onConflictDoNothing();
    const made = await tx.select({ id: tags.id, slug: tags.slug }).from(tags).where(inArray(tags.slug, missing));
    found.push(...made);
  }
  return slugs.flatMap((slug) => found.find((tag) => tag.slug === slug) ?? []);
}
