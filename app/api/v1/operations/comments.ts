import { z } from "zod";
import { deleteComment } from "@/lib/comments/delete-comment";
import { editComment } from "@/lib/comments/edit-comment";
import { deleteCommentInput, editCommentInput } from "@/lib/comments/input";
import { listComments } from "@/lib/comments/list-comments";
import { postComment } from "@/lib/comments/post-comment";
import { publicUrl } from "@/lib/platform/config";
import { textInput } from "@/lib/platform/text-input";
import { type AnyOperation, operation } from "../operation";
import { authorReply, changedReply, createdReply, idParams, instant, listOf, listReply, pageQuery } from "../schemas";

const newComment = z.object({ body: textInput(1, 2_000), clientId: z.uuid().optional() });
const commentReply = z.looseObject({ id: z.int(), author: authorReply, bodyHtml: z.string(), createdAt: instant });

export const commentOperations: AnyOperation[] = [
  operation({
    method: "GET",
    path: "/threads/{id}/comments",
    operationId: "listComments",
    summary: "Comments on the question",
    audience: "everyone",
    params: idParams,
    query: pageQuery,
    replies: { 200: listOf(commentReply) },
    handle: async ({ actor, params, query }) => listReply(await listComments(actor, { threadId: params.id, ...query })),
  }),
  operation({
    method: "POST",
    path: "/threads/{id}/comments",
    operationId: "commentThread",
    summary: "Comment on the question",
    audience: "members",
    limit: "post",
    params: idParams,
    body: newComment,
    replies: { 201: createdReply },
    handle: async ({ actor, params, body, tx }) => posted(await postComment(actor, { ...body, threadId: params.id }, tx)),
  }),
  operation({
    method: "POST",
    path: "/answers/{id}/comments",
    operationId: "commentAnswer",
    summary: "Comment on an answer",
    audience: "members",
    limit: "post",
    params: idParams,
    body: newComment,
    replies: { 201: createdReply },
    handle: async ({ actor, params, body, tx }) => posted(await postComment(actor, { ...body, answerId: params.id }, tx)),
  }),
  operation({
    method: "PATCH",
    path: "/comments/{id}",
    operationId: "editComment",
    summary: "Change a comment's words",
    audience: "members",
    params: idParams,
    body: editCommentInput.omit({ id: true }),
    replies: { 200: changedReply },
    handle: async ({ actor, params, body }) => ({ status: 200, body: await editComment(actor, { ...body, id: params.id }) }),
  }),
  operation({
    method: "DELETE",
    path: "/comments/{id}",
    operationId: "deleteComment",
    summary: "Take a comment away",
    audience: "members",
    params: idParams,
    body: deleteCommentInput.omit({ id: true }),
    replies: { 200: changedReply },
    handle: async ({ actor, params, body }) => ({ status: 200, body: await deleteComment(actor, { ...body, id: params.id }) }),
  }),
];

function posted(comment: { id: number; threadId: number }) {
  return { status: 201, body: { ...comment, url: `${publicUrl()}/t/${comment.threadId}#comment-${comment.id}` } };
}
