import { and, desc, gt, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { members } from "@/db/schema";
import type { Role } from "@/lib/members/actor";
import { decodeCursor, encodeCursor } from "@/lib/threads/cursor";

export type HelperRow = {
  id: number;
  name: string;
  displayName: string;
  role: Role;
  avatarFileId: string | null;
  answerCount: number;
  acceptedCount: number;
};

/** Members whose answers solved something, the most first. One query. */
export async function listHelpers({ cursor, limit = 30 }: { cursor?: string; limit?: number } = {}): Promise<{ items: HelperRow[]; nextCursor: string | null }> {
  const after = decodeCursor(cursor, 2);
  const found = await db
    .select({
      id: members.id,
      name: members.name,
      displayName: members.displayName,
      role: members.role,
      avatarFileId: members.avatarFileId,
      answerCount: members.answerCount,
      acceptedCount: members.acceptedCount,
    })
    .from(members)
    .where(
      and(
        gt(members.acceptedCount, 0),
        isNull(members.deactivatedAt),
        after ? sql`(${members.acceptedCount}, ${members.id}) < (${after[0]}, ${after[1]})` : undefined,
      ),
    )
    .orderBy(desc(members.acceptedCount), desc(members.id))
    .limit(limit + 1);
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? encodeCursor([last.acceptedCount, last.id]) : null };
}
