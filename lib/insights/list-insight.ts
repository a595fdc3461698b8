import { and, desc, eq, gte, lt, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { members, suggestionOutcomes } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { now } from "@/lib/platform/clock";
import type { ChatRow, MissingRow, QuestionRow, SuggestionOutcome } from "./insights-view";
import { type PeriodName, periodOf } from "./period";
import { canSeeInsights } from "./permissions";
import { readChats } from "./read-chats";
import { readQuestions } from "./read-questions";
import { readMissing } from "./read-searches";

/** Rows behind a figure, the latest first; longer lists say how many there are. */
export const LISTED = 200;

type Wish = { period: PeriodName; departmentId?: number | null };

export type QuestionPick = QuestionRow["ending"] | "late" | "answered" | "all";

export async function listQuestions(actor: Actor, { period, departmentId, pick }: Wish & { pick: QuestionPick }): Promise<{ items: QuestionRow[]; total: number }> {
  assertCan(canSeeInsights(actor));
  const { from, to } = periodOf(period, now());
  const rows = await readQuestions(from, to, departmentId ?? null);
  const picked = rows.filter((row) => pick === "all" || (pick === "late" ? row.inTarget === false : pick === "answered" ? row.replyMinutes !== null : row.ending === pick));
  picked.sort((a, b) => (pick === "answered" || pick === "late" ? (b.replyMinutes ?? Infinity) - (a.replyMinutes ?? Infinity) : 0) || b.createdAt.getTime() - a.createdAt.getTime());
  return { items: picked.slice(0, LISTED), total: picked.length };
}

export async function listChats(actor: Actor, { period, departmentId, pick }: Wish & { pick: "all" | "rated" | "waited" }): Promise<{ items: ChatRow[]; total: number }> {
  assertCan(canSeeInsights(actor));
  const { from, to } = periodOf(period, now());
  const rows = await readChats(from, to, departmentId ?? null);
  const picked = rows.filter((row) => pick === "all" || (pick === "rated" ? row.rating !== null : row.waitSeconds !== null));
  if (pick === "rated") picked.sort((a, b) => (a.rating ?? 0) - (b.rating ?? 0));
  if (pick === "waited") picked.sort((a, b) => (b.waitSeconds ?? 0) - (a.waitSeconds ?? 0));
  return { items: picked.slice(0, LISTED), total: picked.length };
}

export async function listMissing(actor: Actor, { period }: Wish): Promise<MissingRow[]> {
  assertCan(canSeeInsights(actor));
  const { from, to } = periodOf(period, now());
  return readMissing(from, to, LISTED);
}

export type SuggestionRow = { id: number; title: string; outcome: string; by: string | null; threadId: number | null; createdAt: Date };

export async function listSuggestions(actor: Actor, { period, pick }: Wish & { pick: SuggestionOutcome | "all" }): Promise<SuggestionRow[]> {
  assertCan(canSeeInsights(actor));
  const { from, to } = periodOf(period, now());
  return db
    .select({
      id: suggestionOutcomes.id,
      title: suggestionOutcomes.title,
      outcome: suggestionOutcomes.outcome,
      by: members.displayName,
      threadId: suggestionOutcomes.threadId,
      createdAt: suggestionOutcomes.createdAt,
    })
    .from(suggestionOutcomes)
    .leftJoin(members, eq(members.id, suggestionOutcomes.memberId))
    .where(and(ne(suggestionOutcomes.arm, "held"), gte(suggestionOutcomes.createdAt, from), lt(suggestionOutcomes.createdAt, to), pick === "all" ? undefined : eq(suggestionOutcomes.outcome, pick)))
    .orderBy(desc(suggestionOutcomes.id))
    .limit(LISTED);
}
