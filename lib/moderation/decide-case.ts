import { eq, sql } from "drizzle-orm";
import { type Tx, inTransaction } from "@/db/client";
import { cases, decisions, flags } from "@/db/schema";
import { type Actor, memberId } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { notify } from "@/lib/notifications/notify";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { Conflict, Forbidden, InvalidInput, NotFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import type { PostKind } from "@/lib/threads/thread-view";
import { decideCaseInput } from "./input";
import { canDecide, canReview } from "./permissions";
import { type Post, changePostStatus, findPost, pathOf } from "./target";

/**
 * Decides a case: the post is hidden, deleted or kept, its author is told why, those who flagged hear
 * the outcome. Two moderators at once: the second is told that it is decided.
 */
export async function decideCase(actor: Actor, caseId: number, input: unknown, tx?: Tx): Promise<{ id: number }> {
  parseInput(idInput, caseId);
  const { action, reason, version } = parseInput(decideCaseInput, input);
  assertCan(canReview(actor));
  if (action !== "keep" && reason.length < 5) throw new InvalidInput({ reason: { key: "error.moderation.reason" } });
  return inTransaction(async (tx) => {
    const [found] = await tx.select().from(cases).where(eq(cases.id, caseId)).for("update");
    if (!found || found.targetKind === "article" || found.targetKind === "member") throw new NotFound();
    if (found.state !== "pending") throw new Conflict("already_decided", "error.moderation.decided", {}, { state: found.state });
    if (version !== undefined && version !== found.version) throw new Conflict("case_changed", "error.conflict", {}, { version: found.version });
    const post = await findPost(tx, found.targetKind, found.targetId);
    if (!canDecide(actor, post)) throw new Forbidden("error.moderation.ownPost");
    const before = post.status;
    const upheld = action !== "keep";
    await changePostStatus(tx, actor, post, action === "hide" ? "hidden" : action === "delete" ? "deleted" : "published", upheld ? reason : null);
    await tx.update(cases).set({ state: upheld ? "upheld" : "dismissed", decidedAt: now(), version: sql`${cases.version} + 1` }).where(eq(cases.id, caseId));
    await tx.update(flags).set({ upheld: upheld ? "yes" : "no" }).where(eq(flags.caseId, caseId));
    const [decision] = await tx
      .insert(decisions)
      .values({ caseId, actorId: memberId(actor), action, reason, createdAt: now() })
      .returning({ id: decisions.id });
    if (!decision) throw new Error("no decision written");
    await recordAudit(tx, actor, `case.${action}`, { kind: found.targetKind as PostKind, id: found.targetId }, { caseId, reason, before, authorId: post.authorId });
    await tellAuthor(tx, actor, post, before, action, reason, decision.id);
    await tellFlaggers(tx, actor, caseId, post);
    return { id: decision.id };
  }, tx);
}

async function tellAuthor(tx: Tx, actor: Actor, post: Post, before: Post["status"], action: string, reason: string, decisionId: number): Promise<void> {
  const kind = action === "hide" ? "post_hidden" : action === "delete" ? "post_deleted" : before === "held" ? "post_approved" : before === "hidden" ? "post_restored" : null;
  if (!kind) return;
  await notify(tx, {
    memberId: post.authorId,
    kind,
    path: action === "keep" ? pathOf(post) : `/me/decisions/${decisionId}`,
    values: { title: post.title, reason },
    actorId: memberId(actor),
    threadId: post.threadId,
    dedupeKey: `decision:${decisionId}`,
  });
}

async function tellFlaggers(tx: Tx, actor: Actor, caseId: number, post: Post): Promise<void> {
  const flaggers = await tx.select({ memberId: flags.memberId }).from(flags).where(eq(flags.caseId, caseId)).limit(50);
  for (const flagger of flaggers) {
    await notify(tx, { memberId: flagger.memberId, kind: "flag_decided", path: `/t/${post.threadId}/${post.slug}`, values: { title: post.title }, actorId: memberId(actor), threadId: post.threadId, dedupeKey: `case:${caseId}` });
  }
}
