import { z } from "zod";
import { planShiftsInput } from "@/lib/shifts/input";
import { listShifts } from "@/lib/shifts/list-shifts";
import { planShifts } from "@/lib/shifts/plan-shifts";
import { suggestStaffing } from "@/lib/staffing/suggest-staffing";
import { type AnyOperation, operation } from "../operation";
import { idParams, listOf, listReply, noContent, pageQuery } from "../schemas";

const staffedReply = z.looseObject({
  day: z.int(),
  from: z.string(),
  open: z.boolean(),
  arrivals: z.number(),
  needed: z.int().nullable(),
  planned: z.int(),
});

export const shiftOperations: AnyOperation[] = [
  operation({
    method: "GET",
    path: "/agents/{id}/shifts",
    operationId: "listShifts",
    summary: "When somebody is planned to be there, department by department",
    audience: "managers",
    params: idParams,
    query: pageQuery,
    replies: { 200: listOf(z.looseObject({ departmentId: z.int(), memberId: z.int(), plan: z.looseObject({}) })) },
    handle: async ({ actor, params }) => listReply({ items: await listShifts(actor, params.id) }),
  }),
  operation({
    method: "PUT",
    path: "/agents/{id}/shifts",
    operationId: "planShifts",
    summary: "Plan when somebody is there for a department; an empty plan is none",
    audience: "managers",
    params: idParams,
    body: planShiftsInput.omit({ memberId: true }),
    replies: { 204: null },
    handle: async ({ actor, params, body, tx }) => noContent(planShifts(actor, { memberId: params.id, ...body }, tx)),
  }),
  operation({
    method: "GET",
    path: "/departments/{id}/staffing",
    operationId: "suggestStaffing",
    summary: "How many agents each half hour of the week needs, beside who is planned",
    audience: "staff",
    params: idParams,
    replies: { 200: z.looseObject({ departmentId: z.int(), halfHours: z.array(staffedReply) }) },
    handle: async ({ actor, params }) => ({ status: 200, body: await suggestStaffing(actor, params.id) }),
  }),
];
