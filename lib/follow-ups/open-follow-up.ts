import { isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { followUps } from "@/db/schema";
import { findDepartment } from "@/lib/departments/find-department";
import { addBusiness } from "@/lib/hours/calendar";
import type { FollowUpKind } from "./follow-up-view";

/** What lets somebody down. `cause` names the one thing it is, so that it counts once. */
export type Trigger = {
  kind: FollowUpKind;
  reason: string;
  cause: string;
  at: Date;
  departmentId: number;
  threadId: number;
  memberId: number;
  conversationId: number | null;
};

/** One business day: eight open hours of the department. */
const BUSINESS_DAY_MINUTES = 8 * 60;
const DAY_MS = 86_400_000;

/** Something to make good within a business day. A person and a question have one at a time: what comes on top joins it. */
export async function openFollowUp(tx: Tx, { cause, at, ...trigger }: Trigger): Promise<void> {
  const { calendar } = await findDepartment(trigger.departmentId, tx);
  const dueAt = addBusiness(calendar, at, BUSINESS_DAY_MINUTES) ?? new Date(at.getTime() + DAY_MS);
  await tx
    .insert(followUps)
    .values({ ...trigger, causes: [cause], happenedAt: at, dueAt })
    .onConflictDoUpdate({
      target: [followUps.threadId, followUps.memberId],
      targetWhere: isNull(followUps.endedAt),
      set: {
        kind: trigger.kind,
        reason: trigger.reason,
        conversationId: sql`coalesce(excluded.conversation_id, ${followUps.conversationId})`,
        causes: sql`${followUps.causes} || excluded.causes`,
      },
      setWhere: sql`not ${followUps.causes} @> excluded.causes`,
    });
}
