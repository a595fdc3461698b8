import { z } from "zod";
import { listMessagesInput, markReadInput, postMessageInput } from "@/lib/conversations/input";
import { listMessages } from "@/lib/conversations/list-messages";
import { markRead } from "@/lib/conversations/mark-read";
import { postMessage } from "@/lib/conversations/post-message";
import { reportRepeat } from "@/lib/conversations/report-repeat";
import { sayTyping } from "@/lib/conversations/say-typing";
import { sayWatching } from "@/lib/conversations/say-watching";
import { type AnyOperation, operation } from "../operation";
import { idParams, instant, listOf, noContent } from "../schemas";

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

export const messageOperations: AnyOperation[] = [
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
    handle: async ({ actor, params }) => noContent(sayTyping(actor, params.id)),
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
    handle: async ({ actor, params }) => noContent(sayWatching(actor, params.id)),
  }),
];
