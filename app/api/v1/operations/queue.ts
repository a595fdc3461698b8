import { z } from "zod";
import { changeChoiceInput } from "@/lib/conversations/input";
import { acceptOffer } from "@/lib/queue/accept-offer";
import { changeChoice } from "@/lib/queue/change-choice";
import { choices } from "@/lib/queue/choice";
import { declineOffer, extendOffer } from "@/lib/queue/decline-offer";
import { getAvailability } from "@/lib/queue/get-availability";
import { leaveInput, leaveQueue } from "@/lib/queue/leave-queue";
import { listQueue } from "@/lib/queue/list-queue";
import { seeOffer } from "@/lib/queue/see-offer";
import { takeConversation } from "@/lib/queue/take-conversation";
import { type AnyOperation, operation } from "../operation";
import { idParams, instant, listOf, pageQuery } from "../schemas";

const availabilityReply = z.looseObject({
  state: z.enum(["open", "busy", "closed"]),
  choices: z.array(z.enum(choices)),
  position: z.int().optional(),
  waitSeconds: z.object({ p50: z.number(), p80: z.number() }).optional(),
  nextOpenAt: instant.optional(),
});
const conversationReply = z.object({ conversationId: z.int() });

const entryReply = z.looseObject({
  id: z.int(),
  conversationId: z.int(),
  position: z.int(),
  state: z.enum(["waiting", "offered"]),
  enqueuedAt: instant,
});

export const queueOperations: AnyOperation[] = [
  operation({
    method: "GET",
    path: "/chat/availability",
    operationId: "getAvailability",
    summary: "Whether somebody is there: open, busy with a wait, or closed",
    audience: "everyone",
    query: z.object({
      /** Slug or id; without it, the best of all. */
      department: z.string().max(80).optional(),
      thread: z.coerce.number().int().min(1).optional(),
    }),
    replies: { 200: availabilityReply },
    handle: async ({ actor, query: { department, thread } }) => ({
      status: 200,
      body: await getAvailability(actor, {
        ...(department !== undefined && (/^\d+$/.test(department) ? { departmentId: Number(department) } : { department })),
        ...(thread !== undefined && { threadId: thread }),
      }),
    }),
  }),
  operation({
    method: "GET",
    path: "/queue",
    operationId: "listQueue",
    summary: "Who waits in the caller's departments, in the order of service",
    audience: "staff",
    query: pageQuery,
    replies: { 200: listOf(entryReply).extend({ departments: z.array(z.looseObject({ id: z.int(), waiting: z.int() })) }) },
    handle: async ({ actor, query }) => {
      const queue = await listQueue(actor);
      const start = Number(query.cursor ?? 0) || 0;
      const end = start + query.limit;
      const items = queue.items.slice(start, end);
      return { status: 200, body: { ...queue, items, ...(queue.items.length > end && { nextCursor: String(end) }) } };
    },
  }),
  operation({
    method: "POST",
    path: "/offers/{id}/accept",
    operationId: "acceptOffer",
    summary: "Take the conversation one was offered",
    audience: "staff",
    params: idParams,
    replies: { 200: conversationReply },
    handle: async ({ actor, params, tx }) => ({ status: 200, body: await acceptOffer(actor, params.id, tx) }),
  }),
  operation({
    method: "POST",
    path: "/offers/{id}/decline",
    operationId: "declineOffer",
    summary: "Pass an offer on to the next",
    audience: "staff",
    params: idParams,
    replies: { 200: conversationReply },
    handle: async ({ actor, params, tx }) => ({ status: 200, body: await declineOffer(actor, params.id, tx) }),
  }),
  operation({
    method: "PUT",
    path: "/offers/{id}/seen",
    operationId: "seeOffer",
    summary: "A screen has shown the offer: thirty seconds from then on; what nobody has seen goes on after six",
    audience: "staff",
    limit: "live",
    params: idParams,
    replies: { 200: z.object({ expiresAt: instant }) },
    handle: async ({ actor, params, tx }) => ({ status: 200, body: await seeOffer(actor, params.id, tx) }),
  }),
  operation({
    method: "POST",
    path: "/offers/{id}/extend",
    operationId: "extendOffer",
    summary: "Thirty seconds more for reading the packet, once",
    audience: "staff",
    params: idParams,
    replies: { 200: z.object({ expiresAt: instant }) },
    handle: async ({ actor, params, tx }) => ({ status: 200, body: await extendOffer(actor, params.id, tx) }),
  }),
  operation({
    method: "POST",
    path: "/conversations/{id}/take",
    operationId: "takeConversation",
    summary: "Pick a waiting conversation by hand",
    audience: "staff",
    params: idParams,
    replies: { 200: conversationReply },
    handle: async ({ actor, params, tx }) => ({ status: 200, body: await takeConversation(actor, params.id, tx) }),
  }),
  operation({
    method: "POST",
    path: "/conversations/{id}/leave",
    operationId: "leaveQueue",
    summary: "No longer wait",
    audience: "members",
    params: idParams,
    body: leaveInput,
    replies: { 200: z.object({ state: z.enum(["left", "answered"]) }) },
    handle: async ({ actor, params, body, tx }) => ({ status: 200, body: await leaveQueue(actor, params.id, body, tx) }),
  }),
  operation({
    method: "PUT",
    path: "/conversations/{id}/choice",
    operationId: "changeChoice",
    summary: "From waiting to a callback or a message, or back",
    audience: "members",
    params: idParams,
    body: changeChoiceInput,
    replies: { 200: z.object({ state: z.enum(["queued", "callback", "message"]) }) },
    handle: async ({ actor, params, body, tx }) => ({ status: 200, body: await changeChoice(actor, params.id, body, tx) }),
  }),
];
