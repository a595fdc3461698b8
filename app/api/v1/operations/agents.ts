import { z } from "zod";
import { listInbox } from "@/lib/conversations/list-inbox";
import { getPresence } from "@/lib/presence/get-presence";
import { listAgents } from "@/lib/presence/list-agents";
import { declarable } from "@/lib/presence/presence-view";
import { setPresence, setPresenceInput } from "@/lib/presence/set-presence";
import { extendWrapUp } from "@/lib/presence/wrap-up";
import { listOffers } from "@/lib/queue/list-offers";
import { type AnyOperation, operation } from "../operation";
import { instant, listOf } from "../schemas";

const presenceReply = z.looseObject({
  state: z.enum([...declarable, "not_responding", "disconnected"]),
  leaseUntil: instant.nullable(),
  load: z.int(),
  capacity: z.int(),
});
const rowsReply = z.array(z.looseObject({ conversationId: z.int(), unread: z.int() }));

export const agentOperations: AnyOperation[] = [
  operation({
    method: "PUT",
    path: "/agents/me/presence",
    operationId: "setPresence",
    summary: "Whether one is there; repeat within the lease of 44 seconds",
    audience: "staff",
    limit: "live",
    body: setPresenceInput,
    replies: { 200: presenceReply },
    handle: async ({ actor, body, tx }) => ({ status: 200, body: await setPresence(actor, body, tx) }),
  }),
  operation({
    method: "POST",
    path: "/agents/me/wrap-up/extend",
    operationId: "extendWrapUp",
    summary: "The same time again before the next offer, once",
    audience: "staff",
    replies: { 200: presenceReply },
    handle: async ({ actor, tx }) => ({ status: 200, body: await extendWrapUp(actor, tx) }),
  }),
  operation({
    method: "GET",
    path: "/agents/me/presence",
    operationId: "getPresence",
    summary: "One's own presence",
    audience: "staff",
    replies: { 200: presenceReply },
    handle: async ({ actor }) => ({ status: 200, body: await getPresence(actor) }),
  }),
  operation({
    method: "GET",
    path: "/agents/me/offers",
    operationId: "listOffers",
    summary: "What one is being offered now",
    audience: "staff",
    replies: { 200: listOf(z.looseObject({ id: z.int(), conversationId: z.int(), expiresAt: instant })) },
    handle: async ({ actor }) => ({ status: 200, body: { items: await listOffers(actor) } }),
  }),
  operation({
    method: "GET",
    path: "/agents/me/inbox",
    operationId: "getInbox",
    summary: "One's own conversations, those nobody has, and questions nobody has answered",
    audience: "staff",
    replies: {
      200: z.looseObject({ active: rowsReply, unassigned: rowsReply, awaitingConsent: rowsReply, threads: z.array(z.looseObject({ threadId: z.int() })) }),
    },
    handle: async ({ actor }) => ({ status: 200, body: await listInbox(actor) }),
  }),
  operation({
    method: "GET",
    path: "/agents",
    operationId: "listAgents",
    summary: "Staff with their departments, presence and load",
    audience: "staff",
    replies: { 200: listOf(presenceReply.extend({ id: z.int(), displayName: z.string() })) },
    handle: async ({ actor }) => ({ status: 200, body: { items: await listAgents(actor) } }),
  }),
];
