import { sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { departmentOf } from "@/lib/departments/find-department";
import { isOpen } from "@/lib/hours/calendar";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { now } from "@/lib/platform/clock";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { availabilityOf } from "@/lib/queue/get-availability";
import { findThread } from "@/lib/threads/find-thread";
import { canEscalate } from "@/lib/threads/permissions";
import { openFollowUp } from "./open-follow-up";

export type RefusalReason = "closed" | "nobody" | "full";

/**
 * Somebody asks for a chat about their question and there is none to be had: closed, nobody there, or the line is
 * full. Returns why, or null when a chat is possible. Once a day for each person and question.
 */
export async function recordRefusal(actor: Actor, threadId: unknown): Promise<RefusalReason | null> {
  const id = parseInput(idInput, threadId);
  return inTransaction(async (tx) => {
    const thread = await findThread(tx, actor, id);
    const asker = requireMember(actor);
    assertCan(canEscalate(asker, thread));
    const department = await departmentOf(thread, tx);
    if (!department) return null;
    const { state, choices } = await availabilityOf(tx, department);
    if (choices.includes("chat")) return null;
    const { departmentId, cause, at } = { departmentId: department.id, cause: causeOf(asker.id, id), at: now() };
    const reason = state === "busy" ? "full" : isOpen(department.calendar, at) ? "nobody" : "closed";
    const { rows } = await tx.execute(sql`
      select 1 from follow_ups where thread_id = ${id} and member_id = ${asker.id} and ${cause} = any(causes) limit 1`);
    if (rows.length > 0) return reason;
    await openFollowUp(tx, { kind: "refused", reason, cause, at, departmentId, threadId: id, memberId: asker.id, conversationId: null });
    return reason;
  });
}

function causeOf(askerId: number, threadId: number): string {
  return `refused:${askerId}:${threadId}:${now().toISOString().slice(0, 10)}`;
}
