import { and, desc, ilike, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { tags } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { parseInput } from "@/lib/platform/parse-input";
import { decodeCursor, encodeCursor } from "@/lib/threads/cursor";
import { listTagsInput } from "./input";
import type { TagRow } from "./tag-view";
import { visibleTags } from "./visible";

/** Tags of what the actor may see, the most used first. */
export async function listTags(
  actor: Actor,
  input: { startsWith?: string; cursor?: string; limit?: number } = {},
): Promise<{ items: TagRow[]; nextCursor: string | null }> {
  const { startsWith, cursor, limit } = parseInput(listTagsInput, input);
  const after = decodeCursor(cursor, 2);
  const prefix = startsWith && `${startsWith.trim().replace(/[\\%_]/g, "\\$&")}%`;
  const found = await db
    .select({ id: tags.id, slug: tags.slug, name: tags.name, threadCount: tags.threadCount })
    .from(tags)
    .where(
      and(
        visibleTags(actor),
        prefix ? or(ilike(tags.slug, prefix), ilike(tags.name, prefix)) : undefined,
        after ? sql`(${tags.threadCount}, ${tags.id}) < (${after[0]}, ${after[1]})` : undefined,
      ),
    )
    .orderBy(desc(tags.threadCount), desc(tags.id))
    .limit(limit + 1);
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? encodeCursor([last.threadCount, last.id]) : null };
}
