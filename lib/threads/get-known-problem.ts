import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { threads } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { ThreadRef } from "./thread-view";
import { listedThreads } from "./visible";

export type KnownProblem = ThreadRef & { createdAt: Date; lastActivityAt: Date; followerCount: number };

/** The announcement that is kept on top and still open for writing: what everybody should know before asking. */
export async function getKnownProblem(actor: Actor, locale: Locale): Promise<KnownProblem | null> {
  const [row] = await db
    .select({
      id: threads.id,
      slug: threads.slug,
      title: threads.title,
      createdAt: threads.createdAt,
      lastActivityAt: threads.lastActivityAt,
      followerCount: threads.followerCount,
    })
    .from(threads)
    .where(
      and(
        eq(threads.locale, locale),
        isNotNull(threads.pinnedAt),
        eq(threads.kind, "announcement"),
        isNull(threads.lockedAt),
        isNull(threads.closedAt),
        listedThreads(actor),
      ),
    )
    .orderBy(desc(threads.pinnedAt))
    .limit(1);
  return row ?? null;
}
