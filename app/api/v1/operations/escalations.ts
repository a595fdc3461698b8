import { z } from "zod";
import { escalateInput } from "@/lib/conversations/input";
import { previewPacket } from "@/lib/conversations/preview-packet";
import { declineHelp } from "@/lib/escalations/decline-help";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import { type AnyOperation, operation } from "../operation";
import { idParams } from "../schemas";

export const escalationOperations: AnyOperation[] = [
  operation({
    method: "POST",
    path: "/threads/{id}/escalation",
    operationId: "escalateThread",
    summary: "Ask for a human; asked again it is the same conversation",
    audience: "members",
    limit: "chat",
    params: idParams,
    body: escalateInput.omit({ userAgent: true }),
    replies: { 201: z.object({ conversationId: z.int() }) },
    handle: async ({ actor, params, body, request, tx }) => {
      const userAgent = (request.headers["user-agent"] ?? "").slice(0, 2_000);
      const { conversationId } = await escalateThread(actor, params.id, { ...body, userAgent }, tx);
      return { status: 201, body: { conversationId } };
    },
  }),
  operation({
    method: "DELETE",
    path: "/threads/{id}/escalation",
    operationId: "declineHelp",
    summary: "The asker does not want a human now",
    audience: "members",
    params: idParams,
    replies: { 200: z.object({ declined: z.boolean() }) },
    handle: async ({ actor, params, tx }) => ({ status: 200, body: await declineHelp(actor, params.id, tx) }),
  }),
  operation({
    method: "GET",
    path: "/threads/{id}/packet",
    operationId: "previewPacket",
    summary: "What an agent would see, before it is passed on",
    audience: "members",
    params: idParams,
    refusals: [403],
    replies: { 200: z.looseObject({ summary: z.string() }) },
    handle: async ({ actor, params, request }) => ({
      status: 200,
      body: await previewPacket(actor, params.id, { userAgent: request.headers["user-agent"] ?? "" }),
    }),
  }),
];
