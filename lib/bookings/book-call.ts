import { sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { findConversation } from "@/lib/conversations/find-conversation";
import { isAsker } from "@/lib/conversations/permissions";
import { recordConversationEvent } from "@/lib/conversations/record-conversation-event";
import { sayInConversation } from "@/lib/conversations/say-in-conversation";
import { findDepartment } from "@/lib/departments/find-department";
import type { Actor } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { Conflict } from "@/lib/platform/errors";
import { publishToMembers, publishToTopic } from "@/lib/platform/events";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { changeChoice } from "@/lib/queue/change-choice";
import { loadShifts } from "@/lib/shifts/load-shifts";
import type { BookingView } from "./booking-view";
import { isCallSlot } from "./call-slots";
import { endBooking } from "./end-booking";
import { bookCallInput } from "./input";
import { canBookCall } from "./permissions";
import { readBooking } from "./read-booking";
import { tellAsker } from "./record-call";

/**
 * Books a time to be called, or moves it there. Who was faster has the time: a line of the department is taken
 * by a unique index, and who comes too late keeps what they had. Moved by the company, the asker is told.
 */
export async function bookCall(actor: Actor, conversationId: unknown, input: unknown, outer?: Tx): Promise<BookingView> {
  const id = parseInput(idInput, conversationId);
  const { startsAt, phone } = parseInput(bookCallInput, input);
  return inTransaction(async (tx) => {
    const conversation = await findConversation(tx, actor, id, { lock: true });
    if (!canBookCall(actor, conversation)) throw new Conflict("not_waiting", "error.chat.notWaiting");
    const before = await readBooking(id, tx);
    if (before?.startsAt.getTime() === startsAt.getTime() && before.phone === phone) return before;
    const { calendar, service } = await findDepartment(conversation.departmentId, tx);
    const shifts = await loadShifts(tx, conversation.departmentId);
    if (!isCallSlot({ calendar, shifts }, now(), startsAt)) throw new Conflict("slot_gone", "error.call.gone");
    if (conversation.state !== "callback") await changeChoice(actor, id, { choice: "callback" }, tx);
    await endBooking(tx, id);
    const line = await takeLine(tx, { id, departmentId: conversation.departmentId, startsAt, phone, lines: service.callLines });
    if (line === null) throw new Conflict("slot_gone", "error.call.gone");
    await recordConversationEvent(tx, id, actor, "call_booked", { startsAt, line });
    if (actor.kind === "member" && !isAsker(actor, conversation)) {
      await sayInConversation(tx, id, "callMoved");
      await tellAsker(tx, actor, conversation, "call_moved");
    }
    await publishToMembers(tx, [conversation.askerId, conversation.agentId], { type: "conversation.changed", conversationId: id, state: "callback" });
    await publishToTopic(tx, `department:${conversation.departmentId}`, { type: "queue.changed" });
    return { startsAt, phone };
  }, outer);
}

type Wish = { id: number; departmentId: number; startsAt: Date; phone: string; lines: number };

/** The lowest line that is free; null when all are taken. Two who want the same one wait for each other in the index. */
async function takeLine(tx: Tx, { id, departmentId, startsAt, phone, lines }: Wish): Promise<number | null> {
  const at = sql`${startsAt.toISOString()}::timestamptz`;
  for (let tries = 0; tries < lines; tries++) {
    const { rows } = await tx.execute<{ line: number }>(sql`
      insert into bookings (conversation_id, department_id, starts_at, line, phone, created_at)
      select ${id}, ${departmentId}, ${at}, line, ${phone}, ${now().toISOString()}::timestamptz
      from generate_series(1, ${lines}::int) as line
      where not exists (select 1 from bookings as other
        where other.department_id = ${departmentId} and other.starts_at = ${at} and other.line = line.line and other.state = 'booked')
      order by line limit 1
      on conflict do nothing returning line`);
    if (rows[0]) return rows[0].line;
  }
  return null;
}
