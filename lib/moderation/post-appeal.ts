import { and, eq, or } from "drizzle-orm";
import { type Tx, inTransaction } from "@/db/client";
import { appeals, cases, decisions, sanctions } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { Conflict, Forbidden, InvalidInput, NotFound } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs";
import { parseInput } from "@/lib/platform/parse-input";
import type { PostKind } from "@/lib/threads/thread-view";
import { appealInput } from "./input";
import { findPost } from "./target";

/** The one concerned objects to a decision or a sanction, once; somebody else will look at it. Works while suspended. */
export async function postAppeal(actor: Actor, input: unknown, tx?: Tx): Promise<{ id: number }> {
  const { decisionId, sanctionId, text } = parseInput(appealInput, input);
  if (actor.kind !== "member") throw new Forbidden("error.signIn");
  if ((decisionId === undefined) === (sanctionId === undefined)) throw new InvalidInput({ form: { key: "error.invalidValue" } });
  return inTransaction(async (tx) => {
    if (decisionId !== undefined) await assertMyDecision(tx, actor.id, decisionId);
    if (sanctionId !== undefined) {
      const [mine] = await tx.select({ id: sanctions.id }).from(sanctions).where(and(eq(sanctions.id, sanctionId), eq(sanctions.memberId, actor.id)));
      if (!mine) throw new NotFound();
    }
    const [appeal] = await tx
      .insert(appeals)
      .values({ memberId: actor.id, decisionId: decisionId ?? null, sanctionId: sanctionId ?? null, text, createdAt: now() })
      .onConflictDoNothing()
      .returning({ id: appeals.id });
    if (!appeal) throw new Conflict("already_appealed", "error.moderation.appealed");
    await recordAudit(tx, actor, "appeal.posted", { kind: "appeal", id: appeal.id });
    await enqueue(tx, "appeal.posted", { appealId: appeal.id });
    return { id: appeal.id };
  }, tx);
}

async function assertMyDecision(tx: Tx, me: number, decisionId: number): Promise<void> {
  const [row] = await tx
    .select({ kind: cases.targetKind, id: cases.targetId, action: decisions.action })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .where(and(eq(decisions.id, decisionId), or(eq(decisions.action, "hide"), eq(decisions.action, "delete"))));
  if (!row || row.kind === "article" || row.kind === "member") throw new NotFound();
  const post = await findPost(tx, row.kind as PostKind, row.id);
  if (post.authorId !== me) throw new NotFound();
}
