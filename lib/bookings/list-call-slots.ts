import { db } from "@/db/client";
import { findConversation } from "@/lib/conversations/find-conversation";
import { findDepartment } from "@/lib/departments/find-department";
import type { Actor } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { loadShifts } from "@/lib/shifts/load-shifts";
import type { CallSlots } from "./booking-view";
import { freeSlots } from "./call-slots";
import { readBooking, readTaken } from "./read-booking";

/** When the department of a conversation can call, and when it will. */
export async function listCallSlots(actor: Actor, conversationId: unknown): Promise<CallSlots> {
  const { id, departmentId } = await findConversation(db, actor, parseInput(idInput, conversationId));
  const { calendar, service } = await findDepartment(departmentId);
  const shifts = await loadShifts(db, departmentId);
  const free = freeSlots({ calendar, shifts }, now(), await readTaken(departmentId), service.callLines);
  return { items: free.map((startsAt) => ({ startsAt })), booking: await readBooking(id) };
}
