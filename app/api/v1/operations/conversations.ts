import { z } from "zod";
import { closeConversation } from "@/lib/conversations/close-conversation";
import { getCustomer } from "@/lib/conversations/get-customer";
import { getConversation } from "@/lib/conversations/get-conversation";
import { closeInput, rateInput, transferInput } from "@/lib/conversations/input";
import { listOwnConversations } from "@/lib/conversations/list-own-conversations";
import { mailTranscript } from "@/lib/conversations/mail-transcript";
import { rateConversation } from "@/lib/conversations/rate-conversation";
import { reopenConversation } from "@/lib/conversations/reopen-conversation";
import { transferConversation } from "@/lib/conversations/transfer-conversation";
import { withdrawTransfer } from "@/lib/conversations/withdraw-transfer";
import { NotFound } from "@/lib/platform/errors";
import { type AnyOperation, operation } from "../operation";
import { idParams, instant, listOf, listReply, pageQuery } from "../schemas";

const states = ["queued", "offered", "active", "callback", "message", "wrap_up", "closed", "left", "answered"] as const;
const stateReply = z.object({ state: z.enum(states) });

const conversationReply = z.looseObject({
  id: z.int(),
  state: z.enum(states),
  side: z.enum(["asker", "staff"]),
  packet: z.looseObject({ summary: z.string() }),
  lastSeq: z.int(),
  /** Open GET /stream with it and nothing is missed. */
  cursor: z.int(),
  createdAt: instant,
});

const rowReply = z.looseObject({ conversationId: z.int(), state: z.enum(states), unread: z.int() });

export const conversationOperations: AnyOperation[] = [
  operation({
    method: "GET",
    path: "/conversations",
    operationId: "listConversations",
    summary: "What the caller asked the company, newest first",
    audience: "members",
    query: pageQuery,
    replies: { 200: listOf(rowReply) },
    handle: async ({ actor, query }) => listReply(await listOwnConversations(actor, query)),
  }),
  operation({
    method: "GET",
    path: "/conversations/{id}",
    operationId: "getConversation",
    summary: "A conversation with its packet, for those in it",
    audience: "members",
    params: idParams,
    replies: { 200: conversationReply },
    handle: async ({ actor, params }) => {
      const conversation = await getConversation(actor, params.id);
      if (!conversation) throw new NotFound();
      return { status: 200, body: conversation };
    },
  }),
  operation({
    method: "GET",
    path: "/conversations/{id}/customer",
    operationId: "getCustomer",
    summary: "Who asks: their questions, talks, guides and judgements",
    audience: "staff",
    params: idParams,
    replies: { 200: z.looseObject({ rating: z.number().nullable(), threads: z.array(z.looseObject({ id: z.int() })), chats: z.array(z.looseObject({ id: z.int() })) }) },
    handle: async ({ actor, params }) => ({ status: 200, body: await getCustomer(actor, params.id) }),
  }),
  operation({
    method: "POST",
    path: "/conversations/{id}/transfer",
    operationId: "transferConversation",
    summary: "Hand it to a colleague, a department or a skill, with a note; a running chat stays until they accept",
    audience: "staff",
    params: idParams,
    body: transferInput,
    replies: { 200: stateReply },
    handle: async ({ actor, params, body, tx }) => ({ status: 200, body: await transferConversation(actor, params.id, body, tx) }),
  }),
  operation({
    method: "DELETE",
    path: "/conversations/{id}/transfer",
    operationId: "withdrawTransfer",
    summary: "Keep it after all",
    audience: "staff",
    params: idParams,
    replies: { 200: stateReply },
    handle: async ({ actor, params, tx }) => ({ status: 200, body: await withdrawTransfer(actor, params.id, tx) }),
  }),
  operation({
    method: "POST",
    path: "/conversations/{id}/close",
    operationId: "closeConversation",
    summary: "Close it, and say what becomes of it",
    audience: "staff",
    params: idParams,
    body: closeInput,
    replies: { 200: z.object({ disposition: z.enum(["publish", "linked", "private"]), publicationId: z.int().nullable() }) },
    handle: async ({ actor, params, body, tx }) => ({ status: 200, body: await closeConversation(actor, params.id, body, tx) }),
  }),
  operation({
    method: "POST",
    path: "/conversations/{id}/reopen",
    operationId: "reopenConversation",
    summary: "Take it up again within 14 days",
    audience: "members",
    params: idParams,
    replies: { 200: stateReply },
    handle: async ({ actor, params, tx }) => ({ status: 200, body: await reopenConversation(actor, params.id, tx) }),
  }),
  operation({
    method: "POST",
    path: "/conversations/{id}/transcript",
    operationId: "mailTranscript",
    summary: "Send the asker what was said",
    audience: "members",
    params: idParams,
    replies: { 200: z.object({ sent: z.boolean() }) },
    handle: async ({ actor, params, tx }) => ({ status: 200, body: await mailTranscript(actor, params.id, tx) }),
  }),
  operation({
    method: "POST",
    path: "/conversations/{id}/rating",
    operationId: "rateConversation",
    summary: "How fast, clear and fair it was",
    audience: "members",
    params: idParams,
    body: rateInput,
    replies: { 200: z.object({ fast: z.int(), clear: z.int(), fair: z.int() }) },
    handle: async ({ actor, params, body, tx }) => ({ status: 200, body: await rateConversation(actor, params.id, body, tx) }),
  }),
];
