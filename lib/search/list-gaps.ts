import { and, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { type GapReplay, members, searchGaps } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import type { Locale } from "@/lib/platform/i18n/locale";
import { canSeeSearchTools } from "./permissions";

export type GapRow = {
  id: number;
  title: string;
  queries: string[];
  searches: number;
  ownerId: number | null;
  owner: string | null;
  createdAt: Date;
  closedAt: Date | null;
  reopenedAt: Date | null;
  replayedAt: Date | null;
  replay: GapReplay[];
};

const shown = 100;

/** What is looked for in vain and worked on, or was closed; the most wanted first. */
export async function listGaps(actor: Actor, { locale, closed }: { locale: Locale; closed: boolean }): Promise<GapRow[]> {
  assertCan(canSeeSearchTools(actor));
  return db
    .select({
      id: searchGaps.id,
      title: searchGaps.title,
      queries: searchGaps.queries,
      searches: searchGaps.searches,
      ownerId: searchGaps.ownerId,
      owner: members.displayName,
      createdAt: searchGaps.createdAt,
      closedAt: searchGaps.closedAt,
      reopenedAt: searchGaps.reopenedAt,
      replayedAt: searchGaps.replayedAt,
      replay: searchGaps.replay,
    })
    .from(searchGaps)
    .leftJoin(members, eq(members.id, searchGaps.ownerId))
    .where(and(eq(searchGaps.locale, locale), closed ? isNotNull(searchGaps.closedAt) : isNull(searchGaps.closedAt)))
    .orderBy(closed ? desc(searchGaps.closedAt) : desc(searchGaps.searches), desc(searchGaps.id))
    .limit(shown);
}

/** Who may be given one. */
export async function listGapOwners(actor: Actor): Promise<{ id: number; name: string }[]> {
  assertCan(canSeeSearchTools(actor));
  return db
    .select({ id: members.id, name: members.displayName })
    .from(members)
    .where(and(inArray(members.role, ["agent", "manager", "admin"]), isNull(members.deactivatedAt)))
    .orderBy(members.displayName);
}
