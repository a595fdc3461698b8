import { createHash } from "node:crypto";
import { z } from "zod";
import { createArticle } from "@/lib/articles/create-article";
import { editArticle } from "@/lib/articles/edit-article";
import { getArticle } from "@/lib/articles/get-article";
import { giveFeedback } from "@/lib/articles/give-feedback";
import { articleFeedbackInput, articleStates, createArticleInput, editArticleInput, promoteThreadInput, transitionArticleInput } from "@/lib/articles/input";
import { listArticles } from "@/lib/articles/list-articles";
import { listRevisions } from "@/lib/articles/list-revisions";
import { promoteThread } from "@/lib/articles/promote-thread";
import { recordRead } from "@/lib/articles/record-read";
import { transitionArticle } from "@/lib/articles/transition-article";
import { publicUrl } from "@/lib/platform/config";
import { NotFound } from "@/lib/platform/errors";
import { type AnyOperation, operation } from "../operation";
import { changedReply, createdReply, idParams, instant, listOf, listReply, localeSchema, pageQuery } from "../schemas";
import { articleUrl } from "../thread-url";

const articleRow = z.looseObject({ id: z.int(), url: z.string(), title: z.string(), summary: z.string(), locale: localeSchema, state: z.enum(articleStates), updatedAt: instant });

export const articleOperations: AnyOperation[] = [
  operation({
    method: "GET",
    path: "/articles",
    operationId: "listArticles",
    summary: "Guides; staff may ask for other states than the live ones",
    audience: "everyone",
    query: pageQuery.extend({ locale: localeSchema.optional(), category: z.string().max(80).optional(), state: z.enum(articleStates).optional() }),
    replies: { 200: listOf(articleRow) },
    handle: async ({ actor, query: { state, ...query } }) => {
      const page = await listArticles(actor, { ...query, ...(state ? { states: [state] } : {}) });
      return listReply({ ...page, items: page.items.map((article) => ({ ...article, url: articleUrl(article) })) });
    },
  }),
  operation({
    method: "POST",
    path: "/articles",
    operationId: "createArticle",
    summary: "Write a guide; it is a draft until it is published",
    audience: "staff",
    body: createArticleInput,
    replies: { 201: createdReply },
    handle: async ({ actor, body, tx }) => {
      const article = await createArticle(actor, body, tx);
      return { status: 201, body: { ...article, url: articleUrl({ ...article, locale: body.locale }) } };
    },
  }),
  operation({
    method: "POST",
    path: "/threads/{id}/article",
    operationId: "promoteThread",
    summary: "Make a guide of a thread: the chosen answers become its draft",
    audience: "staff",
    params: idParams,
    body: promoteThreadInput,
    replies: { 201: createdReply },
    handle: async ({ actor, params, body, tx }) => {
      const article = await promoteThread(actor, params.id, body, tx);
      return { status: 201, body: { ...article, url: `${publicUrl()}/staff/articles/${article.id}` } };
    },
  }),
  operation({
    method: "GET",
    path: "/articles/{id}",
    operationId: "getArticle",
    summary: "A guide",
    audience: "everyone",
    params: idParams,
    query: z.object({ staged: z.stringbool().default(false) }),
    replies: { 200: articleRow.extend({ body: z.string(), bodyHtml: z.string() }) },
    handle: async ({ actor, params, query }) => {
      const article = await getArticle(actor, params.id, query);
      if (!article) throw new NotFound();
      return { status: 200, body: { ...article, url: articleUrl(article) } };
    },
  }),
  operation({
    method: "PATCH",
    path: "/articles/{id}",
    operationId: "editArticle",
    summary: "Change a guide; readers see it when it is published",
    audience: "staff",
    params: idParams,
    body: editArticleInput,
    replies: { 200: changedReply },
    handle: async ({ actor, params, body }) => ({ status: 200, body: await editArticle(actor, params.id, body) }),
  }),
  operation({
    method: "POST",
    path: "/articles/{id}/transitions",
    operationId: "transitionArticle",
    summary: "Move a guide to another state",
    audience: "staff",
    params: idParams,
    body: transitionArticleInput,
    replies: { 200: changedReply },
    handle: async ({ actor, params, body, tx }) => ({ status: 200, body: await transitionArticle(actor, params.id, body, tx) }),
  }),
  operation({
    method: "GET",
    path: "/articles/{id}/revisions",
    operationId: "listRevisions",
    summary: "Every text a guide has had",
    audience: "staff",
    params: idParams,
    replies: { 200: listOf(z.looseObject({ id: z.int(), number: z.int(), title: z.string(), body: z.string() })) },
    handle: async ({ actor, params }) => listReply({ items: await listRevisions(actor, params.id) }),
  }),
  operation({
    method: "POST",
    path: "/articles/{id}/feedback",
    operationId: "giveFeedback",
    summary: "Say whether a guide helped",
    audience: "everyone",
    params: idParams,
    body: articleFeedbackInput,
    replies: { 200: z.object({ ok: z.literal(true) }) },
    handle: async ({ actor, params, body, tx, request }) => {
      const voice = actor.kind === "member" ? `member:${actor.id}` : `visitor:${createHash("sha256").update(`${request.address} ${new Date().toISOString().slice(0, 10)}`).digest("base64url")}`;
      await giveFeedback(actor, params.id, voice, body, tx);
      return { status: 200, body: { ok: true } };
    },
  }),
  operation({
    method: "POST",
    path: "/articles/{id}/reads",
    operationId: "recordRead",
    summary: "Remember that you opened a guide, so that nobody sends you there again",
    audience: "members",
    params: idParams,
    replies: { 200: z.object({ ok: z.literal(true) }) },
    handle: async ({ actor, params }) => {
      await recordRead(actor, params.id);
      return { status: 200, body: { ok: true } };
    },
  }),
];
