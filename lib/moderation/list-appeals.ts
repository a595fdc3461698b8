import { asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { appeals, cases, decisions, members, sanctions } from "@/db/schema";
import { type Actor, isManager, memberId } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import type { AppealRow } from "./case-view";
import { loadPosts } from "./load-posts";
import { canReview } from "./permissions";

const decider = alias(members, "decider");
const issuer = alias(members, "issuer");

/** Open appeals, oldest first: each was promised an answer. For staff. 2 queries. */
export async function listAppeals(actor: Actor, limit = 50): Promise<AppealRow[]> {
  assertCan(canReview(actor));
  const rows = await db
    .select({
      appeal: appeals,
      decision: decisions,
      targetKind: cases.targetKind,
      targetId: cases.targetId,
      sanction: sanctions,
      member: { id: members.id, name: members.name, displayName: members.displayName, role: members.role },
      decidedBy: decider.displayName,
      issuedBy: issuer.displayName,
    })
    .from(appeals)
    .innerJoin(members, eq(members.id, appeals.memberId))
    .leftJoin(decisions, eq(decisions.id, appeals.decisionId))
    .leftJoin(cases, eq(cases.id, decisions.caseId))
    .leftJoin(sanctions, eq(sanctions.id, appeals.sanctionId))
    .leftJoin(decider, eq(decider.id, decisions.actorId))
    .leftJoin(issuer, eq(issuer.id, sanctions.issuedById))
    .where(eq(appeals.state, "open"))
    .orderBy(asc(appeals.createdAt), asc(appeals.id))
    .limit(limit);
  const posts = await loadPosts(rows.flatMap(({ targetKind, targetId }) => (targetKind && targetId ? [{ kind: targetKind, id: targetId }] : [])));
  return rows.flatMap((row): AppealRow[] => {
    const about = aboutOf(row, posts);
    if (!about) return [];
    const firstBy = row.decision?.actorId ?? row.sanction?.issuedById ?? null;
    const can = { decide: isManager(actor) && (firstBy === null || firstBy !== memberId(actor)) };
    return [{ id: row.appeal.id, text: row.appeal.text, createdAt: row.appeal.createdAt, member: row.member, about, can }];
  });
}

type Joined = {
  decision: typeof decisions.$inferSelect | null;
  sanction: typeof sanctions.$inferSelect | null;
  targetKind: string | null;
  targetId: number | null;
  decidedBy: string | null;
  issuedBy: string | null;
};

function aboutOf(row: Joined, posts: Awaited<ReturnType<typeof loadPosts>>): AppealRow["about"] | null {
  const { decision, sanction } = row;
  if (decision) {
    const post = posts.get(`${row.targetKind}:${row.targetId}`);
    if (!post) return null;
    const { authorId: _, ...shown } = post;
    return { kind: "decision", id: decision.id, caseId: decision.caseId, action: decision.action, reason: decision.reason, by: row.decidedBy, createdAt: decision.createdAt, post: shown };
  }
  if (!sanction) return null;
  return { kind: "sanction", id: sanction.id, sanction: sanction.kind, rule: sanction.rule, reason: sanction.reason, until: sanction.until, by: row.issuedBy, createdAt: sanction.createdAt };
}
