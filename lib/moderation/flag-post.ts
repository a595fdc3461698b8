import { and, eq, sql } from "drizzle-orm";
import { type Tx, inTransaction } from "@/db/client";
import { cases, flags } from "@/db/schema";
import { findAnswer } from "@/lib/answers/find-answer";
import { findComment } from "@/lib/comments/find-comment";
import { type Actor, system } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { enqueue } from "@/lib/platform/jobs";
import { parseInput } from "@/lib/platform/parse-input";
import { findThread } from "@/lib/threads/find-thread";
import { canFlag } from "@/lib/threads/permissions";
import type { PostKind } from "@/lib/threads/thread-view";
import { flagWeight } from "./flag-weight";
import { flagPostInput } from "./input";
import { changePostStatus, findPost } from "./target";

/** From this score on, and with at least two voices, a post waits out of sight until somebody decides. */
const HOLD_SCORE = 8.33;

/** A member reports a post. Repeating it changes nothing; enough weight takes the post out of sight at once. */
export async function flagPost(actor: Actor, input: unknown, tx?: Tx): Promise<{ id: number }> {
  const { targetKind, targetId, reason, note } = parseInput(flagPostInput, input);
  const flagger = requireMember(actor);
  return inTransaction(async (tx) => {
    await assertVisible(tx, actor, targetKind, targetId);
    // One click sent twice at once waits here, and then finds the first.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`flag:${flagger.id}:${targetKind}:${targetId}`}))`);
    const post = await findPost(tx, targetKind, targetId);
    const mine = and(eq(flags.memberId, flagger.id), eq(flags.targetKind, targetKind), eq(flags.targetId, targetId));
    const [earlier] = await tx.select({ id: flags.id }).from(flags).where(mine);
    if (earlier) return { id: earlier.id };
    assertCan(canFlag(actor, post));
    const [record] = await tx
      .select({ judged: sql<number>`count(*)::int`, upheld: sql<number>`count(*) filter (where upheld = 'yes')::int` })
      .from(flags)
      .where(and(eq(flags.memberId, flagger.id), sql`${flags.upheld} is not null`));
    const weight = flagWeight({ role: flagger.role, trust: flagger.trust, upheld: record?.upheld ?? 0, judged: record?.judged ?? 0 });
    const caseId = await addToCase(tx, targetKind, targetId, weight);
    const [flag] = await tx
      .insert(flags)
      .values({ memberId: flagger.id, targetKind, targetId, caseId, reason, note, weight, createdAt: now() })
      .returning({ id: flags.id });
    if (!flag) throw new Error("no flag written");
    await holdWhenHeavy(tx, caseId, targetKind, targetId);
    await recordAudit(tx, actor, "post.flagged", { kind: targetKind, id: targetId }, { reason });
    await enqueue(tx, "post.flagged", { caseId });
    return { id: flag.id };
  }, tx);
}

async function assertVisible(tx: Tx, actor: Actor, kind: PostKind, id: number): Promise<void> {
  if (kind === "thread") await findThread(tx, actor, id);
  else if (kind === "answer") await findAnswer(tx, actor, id);
  else await findComment(tx, actor, id);
}

async function addToCase(tx: Tx, targetKind: PostKind, targetId: number, weight: number): Promise<number> {
  const [row] = await tx
    .insert(cases)
    .values({ targetKind, targetId, cause: "flagged", score: weight, createdAt: now() })
    .onConflictDoUpdate({
      target: [cases.targetKind, cases.targetId],
      targetWhere: sql`state = 'pending'`,
      set: { score: sql`${cases.score} + ${weight}`, version: sql`${cases.version} + 1` },
    })
    .returning({ id: cases.id });
  if (!row) throw new Error("no case written");
  return row.id;
}

async function holdWhenHeavy(tx: Tx, caseId: number, kind: PostKind, id: number): Promise<void> {
  const [sum] = await tx
    .select({ score: cases.score, voices: sql<number>`(select count(*)::int from flags f where f.case_id = ${caseId})` })
    .from(cases)
    .where(eq(cases.id, caseId));
  if (!sum || sum.score < HOLD_SCORE || sum.voices < 2) return;
  const post = await findPost(tx, kind, id);
  if (post.status === "published") await changePostStatus(tx, system("moderation.hold"), post, "held", null);
}
