import { z } from "zod";
import { publicationInput } from "@/lib/conversations/input";
import { decideInput, decidePublication } from "@/lib/publications/decide-publication";
import { draftPublication } from "@/lib/publications/draft-publication";
import { reviewPublication } from "@/lib/publications/review-publication";
import { type AnyOperation, operation } from "../operation";
import { idParams } from "../schemas";

export const publicationOperations: AnyOperation[] = [
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
    body: decideInput,
    replies: { 200: z.object({ state: z.enum(["published", "declined"]), answerId: z.int().nullable() }) },
    handle: async ({ actor, params, body, tx }) => ({ status: 200, body: await decidePublication(actor, params.id, body, tx) }),
  }),
];
