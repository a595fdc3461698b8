import { asc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { cases, decisions, revisions } from "@/db/schema";

/** What a member's posts said before they were edited, and what was decided about them. */
export async function readAboutPosts(memberId: number): Promise<{ earlierTexts: object[]; decisions: object[] }> {
  const { targetKind, targetId, title, body, createdAt } = revisions;
  const [earlierTexts, decided] = await Promise.all([
    db.select({ targetKind, targetId, title, body, createdAt }).from(revisions).where(isOwnPost(revisions, memberId)).orderBy(asc(revisions.id)),
    db
      .select({ targetKind: cases.targetKind, targetId: cases.targetId, action: decisions.action, reason: decisions.reason, createdAt: decisions.createdAt })
      .from(decisions)
      .innerJoin(cases, eq(cases.id, decisions.caseId))
      .where(or(isOwnPost(cases, memberId), sql`${cases.targetKind} = 'member' and ${cases.targetId} = ${memberId}`))
      .orderBy(asc(decisions.id)),
  ]);
  return { earlierTexts, decisions: decided };
}

function isOwnPost({ targetKind, targetId }: { targetKind: PgColumn; targetId: PgColumn }, memberId: number): SQL | undefined {
  const kinds = { thread: sql`threads`, answer: sql`answers`, comment: sql`comments` };
  return or(
    ...Object.entries(kinds).map(([kind, table]) => sql`(${targetKind} = ${kind} and ${inArray(targetId, sql`(select id from ${table} where author_id = ${memberId})`)})`),
  );
}
