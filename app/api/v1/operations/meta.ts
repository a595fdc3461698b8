import { z } from "zod";
import { publicUrl } from "@/lib/platform/config";
import { renderMarkdown } from "@/lib/platform/markdown/render-markdown";
import { openApi } from "../openapi";
import { operation, type AnyOperation } from "../operation";

export const metaOperations: AnyOperation[] = [
  operation({
    method: "GET",
    path: "/openapi.json",
    operationId: "getOpenApi",
    summary: "This file",
    audience: "everyone",
    replies: { 200: z.looseObject({ openapi: z.string() }) },
    handle: async () => {
      // Imported late: the list of operations contains this one.
      const { operations } = await import("./index");
      return { status: 200, body: openApi(operations, publicUrl()) };
    },
  }),
  operation({
    method: "POST",
    path: "/preview",
    operationId: "previewMarkdown",
    summary: "Markdown as it will be shown",
    audience: "members",
    body: z.object({ body: z.string().max(60_000), article: z.boolean().default(false) }),
    replies: { 200: z.object({ html: z.string() }) },
    handle: async ({ body, locale }) => ({ status: 200, body: { html: renderMarkdown(body.body, { article: body.article, locale }).html } }),
  }),
];
