import { z } from "zod";
import { closeAsDuplicate } from "@/lib/threads/close-as-duplicate";
import { deleteThread } from "@/lib/threads/delete-thread";
import { editThread } from "@/lib/threads/edit-thread";
import { getThread } from "@/lib/threads/get-thread";
import { closeAsDuplicateInput, deleteThreadInput, editThreadInput, listThreadsInput, lockThreadInput, mergeThreadInput,
  moveThreadInput, pinThreadInput, postThreadInput } from "@/lib/threads/input";
import { listThreads } from "@/lib/threads/list-threads";
import { lockThread } from "@/lib/threads/lock-thread";
import { mergeThread } from "@/lib/threads/merge-thread";
import { moveThread } from "@/lib/threads/move-thread";
import { pinThread } from "@/lib/threads/pin-thread";
import { postThread } from "@/lib/threads/post-thread";
import { separateThread } from "@/lib/threads/separate-thread";
import { setMeToo } from "@/lib/threads/set-me-too";
import { setSubscription } from "@/lib/threads/set-subscription";
import { NotFound } from "@/lib/platform/errors";
import { type AnyOperation, operation } from "../operation";
import { authorReply, changedReply, createdReply, idParams, instant, listOf, listReply, localeSchema } from "../schemas";
import { threadUrl } from "../thread-url";

const threadRow = z.looseObject({
  id: z.int(),
  url: z.string(),
  title: z.string(),
  locale: localeSchema,
  kind: z.enum(["question", "discussion", "announcement"]),
  state: z.enum(["unanswered", "answered", "solved", "rejected", "escalated"]),
  author: authorReply,
  answerCount: z.int(),
  createdAt: instant,
});

export const threadOperations: AnyOperation[] = [
  operation({
    method: "GET",
    path: "/threads",
    operationId: "listThreads",
    summary: "Threads, filtered and ordered",
    audience: "everyone",
    query: listThreadsInput,
    replies: { 200: listOf(threadRow) },
    handle: async ({ actor, query }) => {
      const page = await listThreads(actor, query);
      return listReply({ ...page, items: page.items.map((thread) => ({ ...thread, url: threadUrl(thread) })) });
    },
  }),
  operation({
    method: "POST",
    path: "/threads",
    operationId: "postThread",
    summary: "Ask a question, open a discussion, announce",
    audience: "members",
    limit: "post",
    body: postThreadInput,
    replies: { 201: createdReply },
    handle: async ({ actor, body, tx }) => {
      const thread = await postThread(actor, body, tx);
      return { status: 201, body: { ...thread, url: threadUrl({ ...thread, locale: body.locale ?? actor.locale }) } };
    },
  }),
  operation({
    method: "GET",
    path: "/threads/{id}",
    operationId: "getThread",
    summary: "A thread with its answers and comments",
    audience: "everyone",
    params: idParams,
    query: z.object({ cursor: z.string().max(500).optional() }),
    replies: { 200: threadRow.extend({ body: z.string(), bodyHtml: z.string(), answers: z.array(z.looseObject({ id: z.int(), bodyHtml: z.string() })) }) },
    handle: async ({ actor, params, query }) => {
      const thread = await getThread(actor, { id: params.id, cursor: query.cursor });
      if (!thread) throw new NotFound();
      return { status: 200, body: { ...thread, url: threadUrl(thread) } };
    },
  }),
  operation({
    method: "PATCH",
    path: "/threads/{id}",
    operationId: "editThread",
    summary: "Change a thread's words",
    audience: "members",
    params: idParams,
    body: editThreadInput.omit({ id: true }),
    replies: { 200: changedReply },
    handle: async ({ actor, params, body }) => ({ status: 200, body: await editThread(actor, { ...body, id: params.id }) }),
  }),
  operation({
    method: "DELETE",
    path: "/threads/{id}",
    operationId: "deleteThread",
    summary: "Take a thread away",
    audience: "members",
    params: idParams,
    body: deleteThreadInput.omit({ id: true }),
    replies: { 200: changedReply },
    handle: async ({ actor, params, body }) => ({ status: 200, body: await deleteThread(actor, { ...body, id: params.id }) }),
  }),
  operation({
    method: "PUT",
    path: "/threads/{id}/me-too",
    operationId: "setMeToo",
    summary: "Say that you have this problem too, or no longer",
    audience: "members",
    limit: "vote",
    params: idParams,
    body: z.object({ on: z.boolean().default(true) }),
    replies: { 200: z.object({ on: z.boolean(), meTooCount: z.int() }) },
    handle: async ({ actor, params, body }) => ({ status: 200, body: await setMeToo(actor, { id: params.id, on: body.on }) }),
  }),
  operation({
    method: "PUT",
    path: "/threads/{id}/subscription",
    operationId: "setSubscription",
    summary: "Follow a thread, or no longer",
    audience: "members",
    params: idParams,
    body: z.object({ on: z.boolean().default(true) }),
    replies: { 200: z.looseObject({ followerCount: z.int() }) },
    handle: async ({ actor, params, body }) => ({ status: 200, body: await setSubscription(actor, { id: params.id, on: body.on }) }),
  }),
  operation({
    method: "PUT",
    path: "/threads/{id}/lock",
    operationId: "lockThread",
    summary: "End or resume writing in a thread",
    audience: "staff",
    params: idParams,
    body: lockThreadInput.omit({ id: true }),
    replies: { 200: changedReply },
    handle: async ({ actor, params, body }) => ({ status: 200, body: await lockThread(actor, { ...body, id: params.id }) }),
  }),
  operation({
    method: "PUT",
    path: "/threads/{id}/pin",
    operationId: "pinThread",
    summary: "Keep a thread on top, or no longer",
    audience: "staff",
    params: idParams,
    body: pinThreadInput.omit({ id: true }),
    replies: { 200: changedReply },
    handle: async ({ actor, params, body }) => ({ status: 200, body: await pinThread(actor, { ...body, id: params.id }) }),
  }),
  operation({
    method: "PUT",
    path: "/threads/{id}/duplicate",
    operationId: "closeAsDuplicate",
    summary: "Close a thread as asked before; null opens it again",
    audience: "members",
    params: idParams,
    body: closeAsDuplicateInput.omit({ id: true }),
    replies: { 200: changedReply },
    handle: async ({ actor, params, body }) => ({ status: 200, body: await closeAsDuplicate(actor, { ...body, id: params.id }) }),
  }),
  operation({
    method: "POST",
    path: "/threads/{id}/merge",
    operationId: "mergeThread",
    summary: "Move everything said here into another thread; this address leads there",
    audience: "managers",
    params: idParams,
    body: mergeThreadInput.omit({ id: true }),
    replies: { 200: changedReply.extend({ into: z.int(), url: z.string() }) },
    handle: async ({ actor, params, body, tx }) => {
      const merged = await mergeThread(actor, { ...body, id: params.id }, tx);
      return { status: 200, body: { ...merged, url: `/t/${merged.into}` } };
    },
  }),
  operation({
    method: "DELETE",
    path: "/threads/{id}/merge",
    operationId: "separateThread",
    summary: "Take a merge back, within a week",
    audience: "managers",
    params: idParams,
    replies: { 200: changedReply },
    handle: async ({ actor, params }) => ({ status: 200, body: await separateThread(actor, params.id) }),
  }),
  operation({
    method: "PUT",
    path: "/threads/{id}/category",
    operationId: "moveThread",
    summary: "Move a thread to another category",
    audience: "members",
    params: idParams,
    body: moveThreadInput.omit({ id: true }),
    replies: { 200: changedReply },
    handle: async ({ actor, params, body }) => ({ status: 200, body: await moveThread(actor, { ...body, id: params.id }) }),
  }),
];
