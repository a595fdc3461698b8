import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { tags } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import type { TagView } from "./tag-view";
import { visibleTags } from "./visible";

/** A tag with its wiki; null when there is none, or none that the actor may know of. */
export async function getTag(actor: Actor, slug: string): Promise<TagView | null> {
  const [tag] = await db
    .select({
      id: tags.id,
      slug: tags.slug,
      name: tags.name,
      threadCount: tags.threadCount,
      description: tags.description,
      descriptionHtml: tags.descriptionHtml,
    })
    .from(tags)
    .where(and(eq(tags.slug, slug), visibleTags(actor)));
  return tag ?? null;
}
