import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { tags } from "@/db/schema";
import type { TagView } from "./tag-view";

/** A tag with its wiki, or null. */
export async function getTag(slug: string): Promise<TagView | null> {
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
    .where(eq(tags.slug, slug));
  return tag ?? null;
}
