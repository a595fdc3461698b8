import { z } from "zod";
import { bookCall } from "@/lib/bookings/book-call";
import { cancelCall } from "@/lib/bookings/cancel-call";
import { bookCallInput, callOutcomeInput } from "@/lib/bookings/input";
import { listCallSlots } from "@/lib/bookings/list-call-slots";
import { listCalls } from "@/lib/bookings/list-calls";
import { recordCall } from "@/lib/bookings/record-call";
import { type AnyOperation, operation } from "../operation";
import { idParams, instant, listOf, listReply, noContent, pageQuery } from "../schemas";

const bookingReply = z.object({ startsAt: instant, phone: z.string() });

export const bookingOperations: AnyOperation[] = [
  operation({
    method: "GET",
    path: "/conversations/{id}/call",
    operationId: "listCallSlots",
    summary: "When one will be called, and the times that are free",
    audience: "members",
    params: idParams,
    query: pageQuery,
    replies: { 200: listOf(z.object({ startsAt: instant })).extend({ booking: bookingReply.nullable() }) },
    handle: async ({ actor, params }) => ({ status: 200, body: await listCallSlots(actor, params.id) }),
  }),
  operation({
    method: "PUT",
    path: "/conversations/{id}/call",
    operationId: "bookCall",
    summary: "Book a time to be called, or move it there",
    audience: "members",
    params: idParams,
    body: bookCallInput,
    replies: { 200: bookingReply },
    handle: async ({ actor, params, body, tx }) => ({ status: 200, body: await bookCall(actor, params.id, body, tx) }),
  }),
  operation({
    method: "DELETE",
    path: "/conversations/{id}/call",
    operationId: "cancelCall",
    summary: "Give the time back",
    audience: "members",
    params: idParams,
    replies: { 204: null },
    handle: async ({ actor, params, tx }) => noContent(cancelCall(actor, params.id, tx)),
  }),
  operation({
    method: "POST",
    path: "/conversations/{id}/call/outcome",
    operationId: "recordCall",
    summary: "How a booked call went: made, or nobody was reached",
    audience: "staff",
    params: idParams,
    body: callOutcomeInput,
    replies: { 204: null },
    handle: async ({ actor, params, body, tx }) => noContent(recordCall(actor, params.id, body, tx)),
  }),
  operation({
    method: "GET",
    path: "/calls",
    operationId: "listCalls",
    summary: "Whom the caller's departments have promised to call",
    audience: "staff",
    query: pageQuery,
    replies: { 200: listOf(z.looseObject({ conversationId: z.int(), startsAt: instant, phone: z.string() })) },
    handle: async ({ actor, query }) => listReply(await listCalls(actor, query)),
  }),
];
