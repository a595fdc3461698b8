import { z } from "zod";
import { deleteAnswer } from "@/lib/answers/delete-answer";
import { editAnswer } from "@/lib/answers/edit-answer";
import { deleteAnswerInput, editAnswerInput, postAnswerInput } from "@/lib/answers/input";
import { listAnswers } from "@/lib/answers/list-answers";
import { postAnswer } from "@/lib/answers/post-answer";
import { setAcceptance } from "@/lib/answers/set-acceptance";
import { setRejection } from "@/lib/answers/set-rejection";
import { publicUrl } from "@/lib/platform/config";
import { setVote } from "@/lib/votes/set-vote";
import { type AnyOperation, operation } from "../operation";
import { authorReply, changedReply, createdReply, idParams, instant, listOf, listReply, pageQuery } from "../schemas";

const answerReply = z.looseObject({ id: z.int(), author: authorReply, bodyHtml: z.string(), score: z.int(), official: z.boolean(), createdAt: instant });
const vote = z.object({ value: z.union([z.literal(-1), z.literal(0), z.literal(1)]) });
const voteReply = z.object({ value: z.int(), score: z.int() });

export const answerOperations: AnyOperation[] = [
  operation({
    method: "GET",
    path: "/threads/{id}/answers",
    operationId: "listAnswers",
    summary: "A thread's answers with their comments",
    audience: "everyone",
    params: idParams,
    query: pageQuery,
    replies: { 200: listOf(answerReply) },
    handle: async ({ actor, params, query }) => listReply(await listAnswers(actor, { threadId: params.id, ...query })),
  }),
  operation({
    method: "POST",
    path: "/threads/{id}/answers",
    operationId: "postAnswer",
    summary: "Answer a thread",
    audience: "members",
    limit: "post",
    params: idParams,
    body: postAnswerInput.pick({ body: true, clientId: true }),
    replies: { 201: createdReply },
    handle: async ({ actor, params, body, tx }) => {
      const answer = await postAnswer(actor, { ...body, threadId: params.id }, tx);
      return { status: 201, body: { ...answer, url: `${publicUrl()}/t/${params.id}#answer-${answer.id}` } };
    },
  }),
  operation({
    method: "PATCH",
    path: "/answers/{id}",
    operationId: "editAnswer",
    summary: "Change an answer's words",
    audience: "members",
    params: idParams,
    body: editAnswerInput.omit({ id: true }),
    replies: { 200: changedReply },
    handle: async ({ actor, params, body }) => ({ status: 200, body: await editAnswer(actor, { ...body, id: params.id }) }),
  }),
  operation({
    method: "DELETE",
    path: "/answers/{id}",
    operationId: "deleteAnswer",
    summary: "Take an answer away",
    audience: "members",
    params: idParams,
    body: deleteAnswerInput.omit({ id: true }),
    replies: { 200: changedReply },
    handle: async ({ actor, params, body }) => ({ status: 200, body: await deleteAnswer(actor, { ...body, id: params.id }) }),
  }),
  operation({
    method: "PUT",
    path: "/answers/{id}/acceptance",
    operationId: "setAcceptance",
    summary: "Mark an answer as a solution, or take the mark back",
    audience: "members",
    params: idParams,
    body: z.object({ accepted: z.boolean() }),
    replies: { 200: changedReply },
    handle: async ({ actor, params, body }) => ({ status: 200, body: await setAcceptance(actor, params.id, body.accepted) }),
  }),
  operation({
    method: "PUT",
    path: "/answers/{id}/rejection",
    operationId: "setRejection",
    summary: "Say that an answer did not help, or take that back",
    audience: "members",
    params: idParams,
    body: z.object({ rejected: z.boolean() }),
    replies: { 200: changedReply },
    handle: async ({ actor, params, body }) => ({ status: 200, body: await setRejection(actor, { id: params.id, rejected: body.rejected }) }),
  }),
  operation({
    method: "PUT",
    path: "/threads/{id}/vote",
    operationId: "voteThread",
    summary: "Vote for or against a thread; 0 takes the vote back",
    audience: "members",
    limit: "vote",
    params: idParams,
    body: vote,
    replies: { 200: voteReply },
    handle: async ({ actor, params, body }) => ({ status: 200, body: await setVote(actor, { kind: "thread", id: params.id }, body.value) }),
  }),
  operation({
    method: "PUT",
    path: "/answers/{id}/vote",
    operationId: "voteAnswer",
    summary: "Vote for or against an answer; 0 takes the vote back",
    audience: "members",
    limit: "vote",
    params: idParams,
    body: vote,
    replies: { 200: voteReply },
    handle: async ({ actor, params, body }) => ({ status: 200, body: await setVote(actor, { kind: "answer", id: params.id }, body.value) }),
  }),
];
