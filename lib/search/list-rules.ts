import { desc, eq, isNotNull, isNull, and, gt } from "drizzle-orm";
import { db } from "@/db/client";
import { members, searchRules } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { now } from "@/lib/platform/clock";
import type { Locale } from "@/lib/platform/i18n/locale";
import { canTuneSearch } from "./permissions";
import type { InForce } from "./read-tuning";
import type { RuleKind } from "./rule";

export type ListedRule = InForce & { by: string | null; createdAt: Date; removedAt: Date | null; replacesId: number | null };

const changesShown = 20;
const changesForMs = 30 * 86_400_000;

/** The rules of a kind and language that are in force, the newest first. */
export async function listRules(actor: Actor, { locale, kind }: { locale: Locale; kind: RuleKind }): Promise<ListedRule[]> {
  assertCan(canTuneSearch(actor));
  return select(and(isNull(searchRules.removedAt), eq(searchRules.locale, locale), eq(searchRules.kind, kind)), 1_000);
}

/** What was taken out of force lately and can be brought back. */
export async function listRemovedRules(actor: Actor, { locale }: { locale: Locale }): Promise<ListedRule[]> {
  assertCan(canTuneSearch(actor));
  const since = new Date(now().getTime() - changesForMs);
  return select(and(isNotNull(searchRules.removedAt), gt(searchRules.removedAt, since), eq(searchRules.locale, locale)), changesShown);
}

async function select(where: ReturnType<typeof and>, limit: number): Promise<ListedRule[]> {
  return db
    .select({
      id: searchRules.id,
      locale: searchRules.locale,
      kind: searchRules.kind,
      data: searchRules.data,
      by: members.displayName,
      createdAt: searchRules.createdAt,
      removedAt: searchRules.removedAt,
      replacesId: searchRules.replacesId,
    })
    .from(searchRules)
    .leftJoin(members, eq(members.id, searchRules.createdById))
    .where(where)
    .orderBy(desc(searchRules.removedAt), desc(searchRules.id))
    .limit(limit);
}
