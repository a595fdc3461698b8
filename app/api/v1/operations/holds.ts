import { z } from "zod";
import { holdConversation } from "@/lib/holds/hold-conversation";
import { holdInput } from "@/lib/holds/input";
import { liftHold } from "@/lib/holds/lift-hold";
import { listHolds } from "@/lib/holds/list-holds";
import { type AnyOperation, operation } from "../operation";
import { idParams, instant, listOf, listReply, noContent, pageQuery } from "../schemas";

const holdReply = z.looseObject({
  id: z.int(),
  reason: z.string(),
  at: instant,
  conversation: z.looseObject({ id: z.int() }).nullable(),
  customer: z.looseObject({ id: z.int() }),
});

export const holdOperations: AnyOperation[] = [
  operation({
    method: "GET",
    path: "/holds",
    operationId: "listHolds",
    summary: "What is kept from being deleted, and why",
    audience: "managers",
    query: pageQuery,
    replies: { 200: listOf(holdReply) },
    handle: async ({ actor }) => listReply({ items: await listHolds(actor) }),
  }),
  operation({
    method: "POST",
    path: "/conversations/{id}/hold",
    operationId: "holdConversation",
    summary: "Keep a conversation, or all those of its customer, from being deleted",
    audience: "managers",
    params: idParams,
    body: holdInput,
    replies: { 201: z.object({ id: z.int() }) },
    handle: async ({ actor, params, body, tx }) => ({ status: 201, body: await holdConversation(actor, params.id, body, tx) }),
  }),
  operation({
    method: "DELETE",
    path: "/holds/{id}",
    operationId: "liftHold",
    summary: "Let it be deleted again when its time has come",
    audience: "managers",
    params: idParams,
    replies: { 204: null },
    handle: async ({ actor, params, tx }) => noContent(liftHold(actor, params.id, tx)),
  }),
];
