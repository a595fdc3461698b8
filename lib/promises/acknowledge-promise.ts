import { and, eq, isNull } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { promises } from "@/db/schema";
import { ofOwnDepartments } from "@/lib/departments/own-departments";
import { type Actor, isStaff } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { NotFound } from "@/lib/platform/errors";
import { publishToTopic } from "@/lib/platform/events";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";

/** "I see to it": nobody further up is told. The promise itself runs on until it is kept. */
export async function acknowledgePromise(actor: Actor, promiseId: unknown, outer?: Tx): Promise<void> {
  const id = parseInput(idInput, promiseId);
  const member = requireMember(actor);
  assertCan(isStaff(member));
  await inTransaction(async (tx) => {
    const own = ofOwnDepartments(member, promises.departmentId);
    const [found] = await tx.select().from(promises).where(and(eq(promises.id, id), own));
    if (!found) throw new NotFound();
    const [mine] = await tx
      .update(promises)
      .set({ acknowledgedAt: now(), acknowledgedById: member.id, nextAt: null })
      .where(and(eq(promises.id, id), isNull(promises.acknowledgedAt), isNull(promises.endedAt)))
      .returning({ id: promises.id });
    if (!mine) return;
    await recordAudit(tx, member, "promise.acknowledged", { kind: "conversation", id: found.conversationId });
    await publishToTopic(tx, `department:${found.departmentId}`, { type: "queue.changed" });
  }, outer);
}
