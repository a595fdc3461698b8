import { z } from "zod";
import { calendarInput } from "@/lib/hours/input";
import { slugOf } from "@/lib/platform/slug";
import { serviceInput } from "./service";
import { idInput, lineInput } from "@/lib/platform/text-input";

const slug = lineInput(2, 60).refine((text) => slugOf(text) === text, "error.invalidValue");

export const createDepartmentInput = z.object({
  slug,
  nameEn: lineInput(2, 80),
  nameDe: lineInput(2, 80),
  calendar: calendarInput,
});

export const editDepartmentInput = z.object({
  id: idInput,
  nameEn: lineInput(2, 80).optional(),
  nameDe: lineInput(2, 80).optional(),
  calendar: calendarInput.optional(),
  service: serviceInput.optional(),
});

export const setDepartmentMembersInput = z.object({ id: idInput, memberIds: z.array(idInput).max(500) });

export const setSeatsInput = z.object({
  memberId: idInput,
  /** Chats at the same time. */
  capacity: z.number().int().min(0).max(10),
  skills: z.array(lineInput(1, 40)).max(30).optional(),
});
