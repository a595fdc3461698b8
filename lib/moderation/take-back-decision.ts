import { and, desc, eq, sql } from "drizzle-orm";
import { type Tx, inTransaction } from "@/db/client";
import { appeals, auditLog, cases, decisions, flags } from "@/db/schema";
import { type Actor, isManager, memberId } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { notify } from "@/lib/notifications/notify";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { Conflict, NotFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import type { PostKind, PostStatus } from "@/lib/threads/thread-view";
import { daysBack } from "./days-back";
import { canReview, TAKE_BACK_DAYS } from "./permissions";
import { changePostStatus, findPost, pathOf } from "./target";

const statuses: readonly PostStatus[] = ["published", "held", "hidden", "deleted"];

/**
 * Undoes the last decision of a case: the post is as it was before, the case waits again, and the
 * flags count neither way. Not once somebody appealed: then the appeal has to be answered.
 */
export async function takeBackDecision(actor: Actor, caseId: number, tx?: Tx): Promise<{ id: number }> {
  parseInput(idInput, caseId);
  assertCan(canReview(actor));
  return inTransaction(async (tx) => {
    const [found] = await tx.select().from(cases).where(eq(cases.id, caseId)).for("update");
    if (!found || found.targetKind === "article" || found.targetKind === "member") throw new NotFound();
    if (found.state === "pending") throw new Conflict("not_decided", "error.moderation.notDecided");
    const [decision] = await tx.select().from(decisions).where(eq(decisions.caseId, caseId)).orderBy(desc(decisions.id)).limit(1);
    if (!decision || decision.createdAt < daysBack(TAKE_BACK_DAYS)) throw new Conflict("too_late", "error.moderation.tooLate");
    assertCan(decision.action !== "delete" || isManager(actor));
    await assertUntouched(tx, found, decision.id);
    const post = await findPost(tx, found.targetKind as PostKind, found.targetId);
    const before = await statusBefore(tx, found.targetKind, found.targetId, caseId);
    await changePostStatus(tx, actor, post, before, null);
    await tx.update(cases).set({ state: "pending", decidedAt: null, version: sql`${cases.version} + 1` }).where(eq(cases.id, caseId));
    await tx.update(flags).set({ upheld: null }).where(eq(flags.caseId, caseId));
    await tx.insert(decisions).values({ caseId, actorId: memberId(actor), action: "take_back", reason: "", createdAt: now() });
    await recordAudit(tx, actor, "case.take_back", { kind: found.targetKind, id: found.targetId }, { caseId, decisionId: decision.id });
    if (before === "published" && decision.action !== "keep") {
      await notify(tx, { memberId: post.authorId, kind: "post_restored", path: pathOf(post), values: { title: post.title }, actorId: memberId(actor), threadId: post.threadId, dedupeKey: `take_back:${decision.id}` });
    }
    return { id: caseId };
  }, tx);
}

async function assertUntouched(tx: Tx, { targetKind, targetId }: typeof cases.$inferSelect, decisionId: number): Promise<void> {
  const [appeal] = await tx.select({ id: appeals.id }).from(appeals).where(eq(appeals.decisionId, decisionId));
  if (appeal) throw new Conflict("appealed", "error.moderation.hasAppeal");
  const newer = and(eq(cases.targetKind, targetKind), eq(cases.targetId, targetId), eq(cases.state, "pending"));
  const [other] = await tx.select({ id: cases.id }).from(cases).where(newer);
  if (other) throw new Conflict("case_open", "error.moderation.openAgain", {}, { caseId: other.id });
}

/** Decisions note in the audit log what the post was; one that did not is held, to be looked at. */
async function statusBefore(tx: Tx, kind: string, id: number, caseId: number): Promise<PostStatus> {
  const [entry] = await tx
    .select({ before: sql<string | null>`${auditLog.data}->>'before'` })
    .from(auditLog)
    .where(and(eq(auditLog.targetKind, kind), eq(auditLog.targetId, String(id)), sql`${auditLog.data}->>'caseId' = ${String(caseId)}`, sql`${auditLog.data} ? 'before'`))
    .orderBy(desc(auditLog.id))
    .limit(1);
  return statuses.find((status) => status === entry?.before) ?? "held";
}
