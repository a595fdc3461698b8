import { and, desc, eq, gt, isNull, ne } from "drizzle-orm";
import { type Tx, inTransaction } from "@/db/client";
import { appeals, cases, decisions, flags, members, sanctions } from "@/db/schema";
import { type Actor, memberId } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { notify } from "@/lib/notifications/notify";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { Conflict, Forbidden, NotFound } from "@/lib/platform/errors";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import type { PostKind } from "@/lib/threads/thread-view";
import { decideAppealInput } from "./input";
import { canDecideAppeals } from "./permissions";
import { changePostStatus, findPost } from "./target";

/** A manager who did not take the first decision answers an appeal; granting it undoes what was decided. */
export async function decideAppeal(actor: Actor, appealId: number, input: unknown, tx?: Tx): Promise<{ id: number }> {
  parseInput(idInput, appealId);
  const { granted, answer } = parseInput(decideAppealInput, input);
  assertCan(canDecideAppeals(actor));
  return inTransaction(async (tx) => {
    const [appeal] = await tx.select().from(appeals).where(eq(appeals.id, appealId)).for("update");
    if (!appeal) throw new NotFound();
    if (appeal.state !== "open") throw new Conflict("already_decided", "error.moderation.decided", {}, { state: appeal.state });
    const title = appeal.decisionId !== null ? await undoDecision(tx, actor, appeal.decisionId, granted) : await undoSanction(tx, actor, appeal.sanctionId ?? 0, granted);
    await tx
      .update(appeals)
      .set({ state: granted ? "granted" : "refused", answer, decidedById: memberId(actor), decidedAt: now() })
      .where(eq(appeals.id, appealId));
    await recordAudit(tx, actor, granted ? "appeal.granted" : "appeal.refused", { kind: "appeal", id: appealId });
    await notify(tx, { memberId: appeal.memberId, kind: "appeal_decided", path: appeal.decisionId ? `/me/decisions/${appeal.decisionId}` : `/me/sanctions/${appeal.sanctionId}`, values: { title }, actorId: memberId(actor), dedupeKey: `appeal:${appealId}` });
    return { id: appealId };
  }, tx);
}

async function undoDecision(tx: Tx, actor: Actor, decisionId: number, granted: boolean): Promise<string> {
  const [row] = await tx
    .select({ caseId: cases.id, kind: cases.targetKind, id: cases.targetId, by: decisions.actorId })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .where(eq(decisions.id, decisionId));
  if (!row) throw new NotFound();
  if (row.by !== null && row.by === memberId(actor)) throw new Forbidden("error.moderation.samePerson");
  const post = await findPost(tx, row.kind as PostKind, row.id);
  if (granted) {
    await changePostStatus(tx, actor, post, "published", null);
    await tx.update(cases).set({ state: "dismissed" }).where(eq(cases.id, row.caseId));
    // The report was wrong after all: what its author's next one weighs knows it too.
    await tx.update(flags).set({ upheld: "no" }).where(eq(flags.caseId, row.caseId));
  }
  return post.title;
}

async function undoSanction(tx: Tx, actor: Actor, sanctionId: number, granted: boolean): Promise<string> {
  const [sanction] = await tx.select().from(sanctions).where(eq(sanctions.id, sanctionId));
  if (!sanction) throw new NotFound();
  if (sanction.issuedById !== null && sanction.issuedById === memberId(actor)) throw new Forbidden("error.moderation.samePerson");
  if (granted) {
    await tx.update(sanctions).set({ liftedAt: now() }).where(eq(sanctions.id, sanctionId));
    const suspendedUntil = await stillSuspendedUntil(tx, sanction);
    await tx.update(members).set({ suspendedUntil }).where(eq(members.id, sanction.memberId));
    await invalidatePages(tx, `member:${sanction.memberId}`, `member-session:${sanction.memberId}`);
  }
  return sanction.rule;
}

/** Another sanction may still hold. */
async function stillSuspendedUntil(tx: Tx, lifted: typeof sanctions.$inferSelect): Promise<Date | null> {
  const [other] = await tx
    .select({ until: sanctions.until })
    .from(sanctions)
    .where(and(eq(sanctions.memberId, lifted.memberId), ne(sanctions.id, lifted.id), isNull(sanctions.liftedAt), gt(sanctions.until, now())))
    .orderBy(desc(sanctions.until))
    .limit(1);
  return other?.until ?? null;
}
