import { z } from "zod";
import { askForExport } from "@/lib/exports/ask-for-export";
import { getExport } from "@/lib/exports/get-export";
import { chooseAvatar, chooseAvatarInput } from "@/lib/files/choose-avatar";
import { deleteAccount } from "@/lib/members/delete-account";
import { findMembers } from "@/lib/members/find-members";
import { getMe } from "@/lib/members/get-me";
import { deleteAccountInput } from "@/lib/members/input";
import { listNotifications } from "@/lib/notifications/list-notifications";
import { markNotificationsRead } from "@/lib/notifications/mark-notifications-read";
import { type AnyOperation, operation } from "../operation";
import { authorReply, instant, listOf, listReply, noContent } from "../schemas";

const exportReply = z.discriminatedUnion("state", [
  z.object({ state: z.literal("none") }),
  z.object({ state: z.literal("making"), askedAt: instant }),
  z.object({ state: z.literal("ready"), readyAt: instant, endsAt: instant, url: z.string(), size: z.int() }),
]);

export const memberOperations: AnyOperation[] = [
  operation({
    method: "GET",
    path: "/members",
    operationId: "findMembers",
    summary: "Members whose name begins so, for mentions",
    audience: "members",
    query: z.object({ prefix: z.string().max(60).default("") }),
    replies: { 200: listOf(authorReply) },
    handle: async ({ actor, query }) => listReply({ items: await findMembers(actor, query.prefix) }),
  }),
  operation({
    method: "GET",
    path: "/me",
    operationId: "getMe",
    summary: "Who you are",
    audience: "members",
    replies: { 200: authorReply.extend({ role: z.string(), unread: z.int(), conversation: z.int().nullable() }) },
    handle: async ({ actor }) => ({ status: 200, body: await getMe(actor) }),
  }),
  operation({
    method: "DELETE",
    path: "/me",
    operationId: "deleteAccount",
    summary: "Delete your account for ever: prove it is yours with the password or, without one, with your name",
    audience: "members",
    body: deleteAccountInput,
    replies: { 204: null },
    handle: async ({ actor, body, tx }) => noContent(deleteAccount(actor, body, tx)),
  }),
  operation({
    method: "PUT",
    path: "/me/avatar",
    operationId: "chooseAvatar",
    summary: "Show one of your own pictures beside your name, or your letters again",
    audience: "members",
    body: chooseAvatarInput,
    replies: { 200: z.object({ fileId: z.string().nullable(), before: z.string().nullable() }) },
    handle: async ({ actor, body, tx }) => ({ status: 200, body: await chooseAvatar(actor, body, tx) }),
  }),
  operation({
    method: "GET",
    path: "/me/export",
    operationId: "getExport",
    summary: "Whether your own data lies ready, and where",
    audience: "members",
    replies: { 200: exportReply },
    handle: async ({ actor }) => ({ status: 200, body: await getExport(actor) }),
  }),
  operation({
    method: "POST",
    path: "/me/export",
    operationId: "askForExport",
    summary: "Have everything that is held about you put together",
    audience: "members",
    limit: "dataExport",
    replies: { 202: exportReply },
    handle: async ({ actor, tx }) => {
      await askForExport(actor, tx);
      return { status: 202, body: await getExport(actor) };
    },
  }),
  operation({
    method: "GET",
    path: "/notifications",
    operationId: "listNotifications",
    summary: "What happened around you, newest first",
    audience: "members",
    query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(30), cursor: z.coerce.number().int().positive().optional() }),
    replies: { 200: listOf(z.looseObject({ id: z.int(), kind: z.string(), path: z.string(), createdAt: instant })) },
    handle: async ({ actor, query }) => listReply(await listNotifications(actor, query)),
  }),
  operation({
    method: "POST",
    path: "/notifications/read",
    operationId: "markNotificationsRead",
    summary: "Mark notices as read",
    audience: "members",
    body: z.union([z.object({ ids: z.array(z.int().positive()).min(1).max(200) }), z.object({ threadId: z.int().positive() }), z.object({ upTo: z.int().positive() })]),
    replies: { 200: z.object({ marked: z.int() }) },
    handle: async ({ actor, body, tx }) => ({ status: 200, body: await markNotificationsRead(actor, body, tx) }),
  }),
];
