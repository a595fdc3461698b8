import { z } from "zod";
import { endpointInput, subscriptionInput } from "@/lib/push/input";
import { readPushKey } from "@/lib/push/read-push-key";
import { subscribeBrowser, unsubscribeBrowser } from "@/lib/push/subscribe-browser";
import { type AnyOperation, operation } from "../operation";
import { noContent } from "../schemas";

export const pushOperations: AnyOperation[] = [
  operation({
    method: "GET",
    path: "/me/push",
    operationId: "getPushKey",
    summary: "The key that a browser's push service knows this community by",
    audience: "members",
    replies: { 200: z.object({ publicKey: z.string() }) },
    handle: async () => ({ status: 200, body: { publicKey: (await readPushKey()).publicKey } }),
  }),
  operation({
    method: "PUT",
    path: "/me/push",
    operationId: "subscribeBrowser",
    summary: "Tell this browser too",
    audience: "members",
    body: subscriptionInput,
    replies: { 204: null },
    handle: async ({ actor, body, tx }) => noContent(subscribeBrowser(actor, body, tx)),
  }),
  operation({
    method: "DELETE",
    path: "/me/push",
    operationId: "unsubscribeBrowser",
    summary: "No more of it in this browser",
    audience: "members",
    body: endpointInput,
    replies: { 204: null },
    handle: async ({ actor, body, tx }) => noContent(unsubscribeBrowser(actor, body, tx)),
  }),
];
