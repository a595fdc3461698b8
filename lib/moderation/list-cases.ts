import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { cases, flags, members } from "@/db/schema";
import type { Actor, Role } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { decodeCursor, encodeCursor } from "@/lib/threads/cursor";
import type { PostKind, PostStatus } from "@/lib/threads/thread-view";
import { canReview } from "./permissions";
import { findPost, pathOf } from "./target";

export type CaseView = {
  id: number;
  cause: string;
  score: number;
  version: number;
  createdAt: Date;
  target: { kind: PostKind; id: number; threadId: number; title: string; body: string; status: PostStatus; path: string };
  author: { id: number; name: string; displayName: string; role: Role; memberSince: Date; upheldBefore: number };
  flags: Array<{ reason: string; note: string; weight: number; by: string; createdAt: Date }>;
};

/** Pending cases, heaviest first. For staff. */
export async function listCases(actor: Actor, filter: { cursor?: string; limit?: number } = {}): Promise<{ items: CaseView[]; nextCursor: string | null }> {
  assertCan(canReview(actor));
  const limit = Math.min(filter.limit ?? 20, 50);
  const after = decodeCursor(filter.cursor, 2);
  const rows = await db
    .select()
    .from(cases)
    .where(
      and(
        eq(cases.state, "pending"),
        inArray(cases.targetKind, ["thread", "answer", "comment"]),
        after ? sql`(-${cases.score}::float8 * 1000, ${cases.id}) > (${-(after[0] ?? 0)}, ${after[1]})` : undefined,
      ),
    )
    .orderBy(desc(cases.score), asc(cases.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const items = await Promise.all(page.map((row) => viewOf(row)));
  const last = page.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([Math.round(last.score * 1000), last.id]) : null };
}

/** One pending or decided case; null when there is none. For staff. */
export async function getCase(actor: Actor, id: number): Promise<CaseView | null> {
  assertCan(canReview(actor));
  const [row] = await db.select().from(cases).where(eq(cases.id, id));
  return row ? viewOf(row) : null;
}

async function viewOf(row: typeof cases.$inferSelect): Promise<CaseView> {
  const post = await findPost(db, row.targetKind as PostKind, row.targetId);
  const [[author], reports] = await Promise.all([
    db
      .select({
        id: members.id,
        name: members.name,
        displayName: members.displayName,
        role: members.role,
        memberSince: members.createdAt,
        upheldBefore: sql<number>`(select count(*)::int from audit_log a where a.action in ('case.hide', 'case.delete') and a.data->>'authorId' = ${String(post.authorId)})`,
      })
      .from(members)
      .where(eq(members.id, post.authorId)),
    db
      .select({ reason: flags.reason, note: flags.note, weight: flags.weight, by: members.displayName, createdAt: flags.createdAt })
      .from(flags)
      .innerJoin(members, eq(members.id, flags.memberId))
      .where(eq(flags.caseId, row.id))
      .orderBy(desc(flags.weight)),
  ]);
  if (!author) throw new Error("a post without author");
  return {
    id: row.id,
    cause: row.cause,
    score: row.score,
    version: row.version,
    createdAt: row.createdAt,
    target: { kind: post.kind, id: post.id, threadId: post.threadId, title: post.title, body: post.body, status: post.status, path: pathOf(post) },
    author,
    flags: reports,
  };
}
