import { and, eq, gt } from "drizzle-orm";
import { db } from "@/db/client";
import { appeals, cases, decisions, sanctions } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import type { PostKind } from "@/lib/threads/thread-view";
import { findPost, pathOf } from "./target";

type AppealView = { state: "open" | "granted" | "refused"; text: string; answer: string | null } | null;
export type DecisionView = { id: number; action: string; reason: string; createdAt: Date; title: string; body: string; path: string | null; isTakenBack: boolean; appeal: AppealView };
export type SanctionView = { id: number; kind: string; rule: string; reason: string; until: Date | null; createdAt: Date; appeal: AppealView };

/** A decision about one's own post, with what was decided and why; null for everybody else. */
export async function getMyDecision(actor: Actor, id: number): Promise<DecisionView | null> {
  if (actor.kind !== "member" || !Number.isSafeInteger(id)) return null;
  const [row] = await db
    .select({ decision: decisions, kind: cases.targetKind, targetId: cases.targetId, state: appeals.state, text: appeals.text, answer: appeals.answer })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .leftJoin(appeals, and(eq(appeals.decisionId, decisions.id), eq(appeals.memberId, actor.id)))
    .where(eq(decisions.id, id));
  if (!row || row.kind === "article" || row.kind === "member") return null;
  const post = await findPost(db, row.kind as PostKind, row.targetId);
  if (post.authorId !== actor.id) return null;
  const { decision } = row;
  const [later] = await db
    .select({ id: decisions.id })
    .from(decisions)
    .where(and(eq(decisions.caseId, decision.caseId), gt(decisions.id, id), eq(decisions.action, "take_back")));
  return {
    id,
    action: decision.action,
    reason: decision.reason,
    createdAt: decision.createdAt,
    title: post.title,
    body: post.body,
    path: post.status === "published" ? pathOf(post) : null,
    isTakenBack: later !== undefined,
    appeal: appealOf(row),
  };
}

export async function getMySanction(actor: Actor, id: number): Promise<SanctionView | null> {
  if (actor.kind !== "member" || !Number.isSafeInteger(id)) return null;
  const [row] = await db
    .select({ sanction: sanctions, state: appeals.state, text: appeals.text, answer: appeals.answer })
    .from(sanctions)
    .leftJoin(appeals, and(eq(appeals.sanctionId, sanctions.id), eq(appeals.memberId, actor.id)))
    .where(and(eq(sanctions.id, id), eq(sanctions.memberId, actor.id)));
  if (!row) return null;
  const { sanction } = row;
  return { id, kind: sanction.kind, rule: sanction.rule, reason: sanction.reason, until: sanction.until, createdAt: sanction.createdAt, appeal: appealOf(row) };
}

function appealOf(row: { state: "open" | "granted" | "refused" | null; text: string | null; answer: string | null }): AppealView {
  return row.state === null ? null : { state: row.state, text: row.text ?? "", answer: row.answer };
}
