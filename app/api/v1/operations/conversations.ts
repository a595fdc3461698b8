import { z } from "zod";
import { closeConversation } from "@/lib/conversations/close-conversation";
import { getCustomer } from "@/lib/conversations/get-customer";
import { getConversation } from "@/lib/conversations/get-conversation";
import { closeInput, listMessagesInput, markReadInput, postMessageInput, publicationInput, rateInput, transferInput } from "@/lib/conversations/input";
import { listMessages } from "@/lib/conversations/list-messages";
import { listOwnConversations } from "@/lib/conversations/list-own-conversations";
import { mailTranscript } from "@/lib/conversations/mail-transcript";
import { markRead } from "@/lib/conversations/mark-read";
import { postMessage } from "@/lib/conversations/post-message";
import { rateConversation } from "@/lib/conversations/rate-conversation";
import { reopenConversation } from "@/lib/conversations/reopen-conversation";
import { reportRepeat } from "@/lib/conversations/report-repeat";
import { sayTyping } from "@/lib/conversations/say-typing";
import { sayWatching } from "@/lib/conversations/say-watching";
import { transferConversation } from "@/lib/conversations/transfer-conversation";
import { withdrawTransfer } from "@/lib/conversations/withdraw-transfer";
import { NotFound } from "@/lib/platform/errors";
import { decidePublication } from "@/lib/publications/decide-publication";
import { draftPublication } from "@/lib/publications/draft-publication";
import { reviewPublication } from "@/lib/publications/review-publication";
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

const messageReply = z.looseObject({
  conversationId: z.int(),
  seq: z.int(),
  clientId: z.uuid(),
  authorId: z.int().nullable(),
  side: z.enum(["asker", "staff", "system"]),
  visibility: z.enum(["all", "staff"]),
  body: z.string(),
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
    method: "GET",
    path: "/conversations/{id}/messages",
    operationId: "listMessages",
    summary: "Messages after a number, in order",
    audience: "members",
    params: idParams,
    query: listMessagesInput.extend({ cursor: z.string().max(20).optional() }),
    replies: { 200: listOf(messageReply).extend({ lastSeq: z.int() }) },
    handle: async ({ actor, params, query: { cursor, ...query } }) => ({
      status: 200,
      body: await listMessages(actor, params.id, { ...query, ...(cursor !== undefined && { after: cursor }) }),
    }),
  }),
  operation({
    method: "POST",
    path: "/conversations/{id}/messages",
    operationId: "postMessage",
    summary: "Say something; the same clientId again is the same message",
    audience: "members",
    limit: "chatMessage",
    params: idParams,
    body: postMessageInput,
    replies: { 201: messageReply, 200: messageReply },
    handle: async ({ actor, params, body, tx }) => {
      const { message, created } = await postMessage(actor, params.id, body, tx);
      return { status: created ? 201 : 200, body: message };
    },
  }),
  operation({
    method: "PUT",
    path: "/conversations/{id}/messages/{seq}/repeat",
    operationId: "reportRepeat",
    summary: "The asker had told that already; counted once for each question",
    audience: "members",
    limit: "live",
    params: idParams.extend({ seq: z.coerce.number().int().min(1) }),
    replies: { 200: z.object({ question: z.string() }) },
    handle: async ({ actor, params, tx }) => ({ status: 200, body: await reportRepeat(actor, params.id, params.seq, tx) }),
  }),
  operation({
    method: "PUT",
    path: "/conversations/{id}/read",
    operationId: "markRead",
    summary: "Seen up to a number",
    audience: "members",
    limit: "live",
    params: idParams,
    body: markReadInput,
    replies: { 200: z.object({ readSeq: z.int() }) },
    handle: async ({ actor, params, body, tx }) => ({ status: 200, body: await markRead(actor, params.id, body, tx) }),
  }),
  operation({
    method: "POST",
    path: "/conversations/{id}/typing",
    operationId: "sayTyping",
    summary: "Is writing; at most every three seconds",
    audience: "members",
    limit: "live",
    params: idParams,
    replies: { 204: null },
    handle: async ({ actor, params }) => {
      await sayTyping(actor, params.id);
      return { status: 204, body: undefined };
    },
  }),
  operation({
    method: "POST",
    path: "/conversations/{id}/watching",
    operationId: "sayWatching",
    summary: "Reads along; the agent sees it",
    audience: "staff",
    limit: "live",
    params: idParams,
    replies: { 204: null },
    handle: async ({ actor, params }) => {
      await sayWatching(actor, params.id);
      return { status: 204, body: undefined };
    },
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
  operation({
    method: "GET",
    path: "/conversations/{id}/publication",
    operationId: "draftPublication",
    summary: "An answer made of picked messages, without what tells who somebody is",
    audience: "staff",
    params: idParams,
    query: z.object({ seqs: z.string().max(1000).regex(/^\d{1,9}(,\d{1,9}){0,99}$/) }),
    replies: {
      200: z.looseObject({ body: z.string(), original: z.string(), findings: z.array(z.looseObject({ kind: z.string(), start: z.int(), end: z.int() })) }),
    },
    handle: async ({ actor, params, query }) => ({
      status: 200,
      body: await draftPublication(actor, params.id, { seqs: query.seqs.split(",") }),
    }),
  }),
  operation({
    method: "POST",
    path: "/conversations/{id}/publication",
    operationId: "reviewPublication",
    summary: "Ask the asker whether the checked answer may be published",
    audience: "staff",
    params: idParams,
    body: publicationInput,
    replies: { 201: z.object({ id: z.int() }) },
    handle: async ({ actor, params, body, tx }) => ({ status: 201, body: await reviewPublication(actor, params.id, body, tx) }),
  }),
  operation({
    method: "PUT",
    path: "/publications/{id}/consent",
    operationId: "decidePublication",
    summary: "The asker says whether it may be published",
    audience: "members",
    params: idParams,
    body: z.object({ consent: z.boolean() }),
    replies: { 200: z.object({ state: z.enum(["published", "declined"]), answerId: z.int().nullable() }) },
    handle: async ({ actor, params, body, tx }) => ({ status: 200, body: await decidePublication(actor, params.id, body, tx) }),
  }),
];
