import { and, asc, desc, eq, gte, inArray, ne, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { cases, decisions, flags, members } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { decodeCursor, encodeCursor } from "@/lib/threads/cursor";
import type { CaseDecision, CaseFilter, CaseFlag, CaseRow } from "./case-view";
import { daysBack } from "./days-back";
import { loadPosts } from "./load-posts";
import { canReview } from "./permissions";

type Case = typeof cases.$inferSelect;
type Page = { items: CaseRow[]; nextCursor: string | null };

/** Pending cases, heaviest first; or decided ones, latest first. For staff. 5 queries. */
export async function listCases(actor: Actor, filter: { view?: CaseFilter; cursor?: string; limit?: number } = {}): Promise<Page> {
  assertCan(canReview(actor));
  const limit = Math.min(filter.limit ?? 20, 50);
  const { view = "open" } = filter;
  const isDone = view === "today" || view === "week";
  const after = decodeCursor(filter.cursor, 2);
  const rows = await db
    .select()
    .from(cases)
    .where(and(aboutPosts(), isDone ? decidedSince(view) : pending(view), after ? (isDone ? afterDecided(after) : afterPending(after)) : undefined))
    .orderBy(...(isDone ? [desc(cases.decidedAt), desc(cases.id)] : [desc(cases.score), asc(cases.id)]))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const mark = !last ? 0 : isDone ? (last.decidedAt?.getTime() ?? 0) : Math.round(last.score * 1000);
  return { items: await rowsOf(page), nextCursor: rows.length > limit && last ? encodeCursor([mark, last.id]) : null };
}

/** Cases with their posts, authors, flags and last decisions. 4 queries at most. */
export async function rowsOf(found: Case[]): Promise<CaseRow[]> {
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const [posts, reports, decided] = await Promise.all([
    loadPosts(found.map(({ targetKind, targetId }) => ({ kind: targetKind, id: targetId }))),
    db
      .select({
        caseId: flags.caseId,
        reason: flags.reason,
        note: flags.note,
        weight: flags.weight,
        createdAt: flags.createdAt,
        by: { id: members.id, name: members.name, displayName: members.displayName, role: members.role },
      })
      .from(flags)
      .innerJoin(members, eq(members.id, flags.memberId))
      .where(inArray(flags.caseId, ids))
      .orderBy(desc(flags.weight), asc(flags.id)),
    lastDecisions(found),
  ]);
  const authorIds = [...new Set([...posts.values()].map(({ authorId }) => authorId))];
  const authors = await db
    .select({ id: members.id, name: members.name, displayName: members.displayName, role: members.role })
    .from(members)
    .where(inArray(members.id, authorIds));
  return found.flatMap((row) => {
    const post = posts.get(`${row.targetKind}:${row.targetId}`);
    const author = authors.find(({ id }) => id === post?.authorId);
    if (!post || !author) return [];
    const { authorId: _, ...target } = post;
    const own: CaseFlag[] = reports.filter(({ caseId }) => caseId === row.id).map(({ caseId: _, ...flag }) => flag);
    return [{ id: row.id, cause: row.cause, state: row.state, score: row.score, version: row.version, createdAt: row.createdAt, target, author, flags: own, decision: decided.get(row.id) ?? null }];
  });
}

async function lastDecisions(found: Case[]): Promise<Map<number, CaseDecision>> {
  const ids = found.filter(({ state }) => state !== "pending").map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([decisions.caseId], {
      caseId: decisions.caseId,
      id: decisions.id,
      action: decisions.action,
      reason: decisions.reason,
      by: members.displayName,
      createdAt: decisions.createdAt,
    })
    .from(decisions)
    .leftJoin(members, eq(members.id, decisions.actorId))
    .where(inArray(decisions.caseId, ids))
    .orderBy(decisions.caseId, desc(decisions.id));
  return new Map(rows.map(({ caseId, ...decision }) => [caseId, decision]));
}

function aboutPosts(): SQL {
  return inArray(cases.targetKind, ["thread", "answer", "comment"]);
}

function pending(view: CaseFilter): SQL | undefined {
  return and(eq(cases.state, "pending"), view === "flagged" ? eq(cases.cause, "flagged") : view === "held" ? eq(cases.cause, "held") : undefined);
}

function decidedSince(view: CaseFilter): SQL | undefined {
  return and(ne(cases.state, "pending"), gte(cases.decidedAt, daysBack(view === "today" ? 1 : 7)));
}

function afterPending([score = 0, id = 0]: number[]): SQL {
  return sql`(-round(${cases.score}::numeric * 1000), ${cases.id}) > (${-score}, ${id})`;
}

function afterDecided([at = 0, id = 0]: number[]): SQL {
  return sql`(${cases.decidedAt}, ${cases.id}) < (${new Date(at).toISOString()}::timestamptz, ${id})`;
}
