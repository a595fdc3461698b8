import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { inTransaction, type Tx } from "@/db/client";
import { followUps, members, threads } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { notify } from "@/lib/notifications/notify";
import { recordAudit } from "@/lib/platform/audit";
import { InvalidInput } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { findOpenFollowUp, type FollowUp } from "./find-follow-up";
import { canFollowUp } from "./permissions";

const giveInput = z.object({ id: idInput, ownerId: idInput });

/** Gives a follow-up to somebody of the department, who hears of it. */
export async function giveFollowUp(actor: Actor, input: unknown, outer?: Tx): Promise<void> {
  const { id, ownerId } = parseInput(giveInput, input);
  await inTransaction(async (tx) => {
    const followUp = await findOpenFollowUp(tx, actor, id);
    assertCan(canFollowUp(actor, followUp));
    await assertWorksThere(tx, ownerId, followUp);
    await tx.update(followUps).set({ ownerId }).where(eq(followUps.id, id));
    await recordAudit(tx, actor, "follow_up.given", { kind: "follow_up", id }, { ownerId });
    const [thread] = await tx.select({ title: threads.title }).from(threads).where(eq(threads.id, followUp.threadId ?? 0));
    await notify(tx, {
      memberId: ownerId,
      kind: "follow_up",
      path: `/staff/queue/follow-ups?id=${id}`,
      values: { title: thread?.title ?? "" },
      actorId: actor.id,
      threadId: followUp.threadId,
      dedupeKey: `follow_up:${id}:given`,
    });
  }, outer);
}

async function assertWorksThere(tx: Tx, ownerId: number, { departmentId }: FollowUp): Promise<void> {
  const belongs = sql`(${members.role} = 'manager' or exists (select 1 from department_members
    where member_id = ${members.id} and department_id = ${departmentId}))`;
  const [owner] = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.id, ownerId), inArray(members.role, ["agent", "manager", "admin"]), isNull(members.deactivatedAt), belongs));
  if (!owner) throw new InvalidInput({ ownerId: { key: "error.followUp.owner" } });
}
