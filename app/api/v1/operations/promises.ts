import { z } from "zod";
import { acknowledgePromise } from "@/lib/promises/acknowledge-promise";
import { listLateReplies } from "@/lib/promises/list-promises";
import { metrics } from "@/lib/promises/promise-steps";
import { type AnyOperation, operation } from "../operation";
import { idParams, instant, listOf, listReply, noContent, pageQuery } from "../schemas";

const lateReply = z.looseObject({ id: z.int(), conversationId: z.int(), metric: z.enum(metrics), dueAt: instant, breached: z.boolean() });

export const promiseOperations: AnyOperation[] = [
  operation({
    method: "GET",
    path: "/promises",
    operationId: "listLateReplies",
    summary: "Replies and resolutions that are late or soon will be, in the caller's departments",
    audience: "staff",
    query: pageQuery,
    replies: { 200: listOf(lateReply) },
    handle: async ({ actor, query }) => listReply(await listLateReplies(actor, query)),
  }),
  operation({
    method: "POST",
    path: "/promises/{id}/acknowledgement",
    operationId: "acknowledgePromise",
    summary: "See to it: nobody further up is told",
    audience: "staff",
    params: idParams,
    replies: { 204: null },
    handle: async ({ actor, params, tx }) => noContent(acknowledgePromise(actor, params.id, tx)),
  }),
];
