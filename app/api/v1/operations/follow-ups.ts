import { z } from "zod";
import { closeFollowUp } from "@/lib/follow-ups/close-follow-up";
import { followUpKinds, outcomes } from "@/lib/follow-ups/follow-up-view";
import { giveFollowUp } from "@/lib/follow-ups/give-follow-up";
import { listFollowUps } from "@/lib/follow-ups/list-follow-ups";
import { mendFollowUp } from "@/lib/follow-ups/mend-follow-up";
import { offerCall } from "@/lib/follow-ups/offer-call";
import { takeFollowUp } from "@/lib/follow-ups/take-follow-up";
import { idInput } from "@/lib/platform/text-input";
import { type AnyOperation, operation } from "../operation";
import { idParams, instant, listOf, listReply, noContent, pageQuery } from "../schemas";

const followUpReply = z.looseObject({
  id: z.int(),
  kind: z.enum(followUpKinds),
  departmentId: z.int(),
  happenedAt: instant,
  dueAt: instant,
  overdue: z.boolean(),
  conversationId: z.int().nullable(),
  outcome: z.enum(outcomes).nullable(),
});

export const followUpOperations: AnyOperation[] = [
  operation({
    method: "GET",
    path: "/follow-ups",
    operationId: "listFollowUps",
    summary: "Who was refused, missed, left waiting, stuck or disappointed in the caller's departments",
    audience: "staff",
    query: pageQuery.extend({ kind: z.enum(followUpKinds).optional(), state: z.enum(["open", "mine", "ended"]).default("open") }),
    replies: { 200: listOf(followUpReply) },
    handle: async ({ actor, query: { state, ...query } }) => listReply(await listFollowUps(actor, { ...query, ended: state === "ended", mine: state === "mine" })),
  }),
  operation({
    method: "POST",
    path: "/follow-ups/{id}/take",
    operationId: "takeFollowUp",
    summary: "Make it good oneself: leads to where the reply is written",
    audience: "staff",
    params: idParams,
    replies: { 200: z.object({ path: z.string() }) },
    handle: async ({ actor, params, tx }) => ({ status: 200, body: await takeFollowUp(actor, params.id, tx) }),
  }),
  operation({
    method: "PUT",
    path: "/follow-ups/{id}/owner",
    operationId: "giveFollowUp",
    summary: "Give it to somebody of the department, who hears of it",
    audience: "staff",
    params: idParams,
    body: z.object({ ownerId: idInput }),
    replies: { 204: null },
    handle: async ({ actor, params, body, tx }) => noContent(giveFollowUp(actor, { id: params.id, ...body }, tx)),
  }),
  operation({
    method: "POST",
    path: "/follow-ups/{id}/call-offer",
    operationId: "offerCall",
    summary: "Ask the customer whether they would like to be called",
    audience: "staff",
    params: idParams,
    replies: { 204: null },
    handle: async ({ actor, params, tx }) => noContent(offerCall(actor, params.id, tx)),
  }),
  operation({
    method: "POST",
    path: "/follow-ups/{id}/close",
    operationId: "closeFollowUp",
    summary: "Nothing more is to be done",
    audience: "staff",
    params: idParams,
    replies: { 204: null },
    handle: async ({ actor, params, tx }) => noContent(closeFollowUp(actor, params.id, tx)),
  }),
  operation({
    method: "POST",
    path: "/follow-ups/{id}/mend",
    operationId: "mendFollowUp",
    summary: "Put right the conversation that is stuck",
    audience: "managers",
    params: idParams,
    replies: { 204: null },
    handle: async ({ actor, params }) => noContent(mendFollowUp(actor, params.id)),
  }),
];
