import { z } from "zod";
import { lineInput, textInput } from "@/lib/platform/text-input";

const title = lineInput(6, 160);
const summary = lineInput(0, 400);
const body = textInput(1, 60_000);
const details = {
  category: z.string().max(80),
  durationMinutes: z.int().min(1).max(10_000).nullable(),
  scope: lineInput(0, 200),
  tools: z.array(lineInput(1, 80)).max(20),
};

export const createArticleInput = z.object({
  title,
  summary: summary.default(""),
  body,
  locale: z.enum(["en", "de"]),
  category: details.category,
  durationMinutes: details.durationMinutes.default(null),
  scope: details.scope.default(""),
  tools: details.tools.default([]),
  translationOf: z.int().min(1).optional(),
});

export const editArticleInput = z.object({
  /** The version the edit started from. */
  version: z.int().min(1).optional(),
  title: title.optional(),
  summary: summary.optional(),
  body: body.optional(),
  category: details.category.optional(),
  durationMinutes: details.durationMinutes.optional(),
  scope: details.scope.optional(),
  tools: details.tools.optional(),
});

export const promoteThreadInput = z.object({ answerIds: z.array(z.int().min(1)).min(1, "error.article.pickAnswers").max(20) });

export const articleStates = ["draft", "in_review", "approved", "scheduled", "published", "stale", "archived"] as const;
export type ArticleState = (typeof articleStates)[number];

export const transitionArticleInput = z.object({
  to: z.enum(articleStates),
  publishAt: z.iso.datetime().optional(),
});

export const articleFeedbackInput = z.object({
  helpful: z.boolean(),
  reason: z.enum(["unclear", "outdated", "wrong", "missing", "other"]).optional(),
  comment: textInput(0, 2000).default(""),
});
