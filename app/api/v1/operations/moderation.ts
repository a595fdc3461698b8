import { z } from "zod";
import { decideAppeal } from "@/lib/moderation/decide-appeal";
import { decideCase } from "@/lib/moderation/decide-case";
import { flagPost } from "@/lib/moderation/flag-post";
import { appealInput, decideAppealInput, decideCaseInput, flagPostInput, sanctionInput } from "@/lib/moderation/input";
import { listCases } from "@/lib/moderation/list-cases";
import { postAppeal } from "@/lib/moderation/post-appeal";
import { sanctionMember } from "@/lib/moderation/sanction-member";
import { type AnyOperation, operation } from "../operation";
import { changedReply, idParams, instant, listOf, listReply, pageQuery } from "../schemas";

const caseReply = z.looseObject({ id: z.int(), cause: z.string(), score: z.number(), version: z.int(), createdAt: instant, target: z.looseObject({ kind: z.string(), id: z.int() }) });

export const moderationOperations: AnyOperation[] = [
  operation({
    method: "POST",
    path: "/flags",
    operationId: "flagPost",
    summary: "Report a post",
    audience: "members",
    limit: "flag",
    body: flagPostInput,
    replies: { 201: changedReply },
    handle: async ({ actor, body, tx }) => ({ status: 201, body: await flagPost(actor, body, tx) }),
  }),
  operation({
    method: "GET",
    path: "/review",
    operationId: "listCases",
    summary: "Posts that wait for a decision, most urgent first",
    audience: "staff",
    query: pageQuery,
    replies: { 200: listOf(caseReply) },
    handle: async ({ actor, query }) => listReply(await listCases(actor, query)),
  }),
  operation({
    method: "POST",
    path: "/review/{id}/decisions",
    operationId: "decideCase",
    summary: "Hide, delete or keep the post; its author is told why",
    audience: "staff",
    params: idParams,
    body: decideCaseInput,
    replies: { 201: changedReply },
    handle: async ({ actor, params, body, tx }) => ({ status: 201, body: await decideCase(actor, params.id, body, tx) }),
  }),
  operation({
    method: "POST",
    path: "/sanctions",
    operationId: "sanctionMember",
    summary: "Warn a member, or pause their writing",
    audience: "managers",
    body: sanctionInput,
    replies: { 201: changedReply },
    handle: async ({ actor, body, tx }) => ({ status: 201, body: await sanctionMember(actor, body, tx) }),
  }),
  operation({
    method: "POST",
    path: "/appeals",
    operationId: "postAppeal",
    summary: "Object to a decision about your post, or to a sanction",
    audience: "members",
    body: appealInput,
    replies: { 201: changedReply },
    handle: async ({ actor, body, tx }) => ({ status: 201, body: await postAppeal(actor, body, tx) }),
  }),
  operation({
    method: "POST",
    path: "/appeals/{id}/decisions",
    operationId: "decideAppeal",
    summary: "Answer an appeal; somebody else than the first decider",
    audience: "managers",
    params: idParams,
    body: decideAppealInput,
    replies: { 201: changedReply },
    handle: async ({ actor, params, body, tx }) => ({ status: 201, body: await decideAppeal(actor, params.id, body, tx) }),
  }),
];
