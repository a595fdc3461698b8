import { z } from "zod";
import { calendarInput } from "@/lib/hours/input";
import { idInput } from "@/lib/platform/text-input";

/** As opening hours have it; the zone is the department's, and its holidays close it anyway. */
export const shiftPlanInput = z.object({ weekly: calendarInput.shape.weekly, exceptions: calendarInput.shape.exceptions });

export const planShiftsInput = z.object({ memberId: idInput, departmentId: idInput, plan: shiftPlanInput });
