"use server";

import { formLocale, runForm, setCookies } from "@/app/run-form";
import { sentDraftCookie } from "@/app/sent-draft-cookie";
import type { FormState } from "@/components/ui/form-state";
import { createArticle } from "@/lib/articles/create-article";
import { editArticle } from "@/lib/articles/edit-article";
import { promoteThread } from "@/lib/articles/promote-thread";
import { transitionArticle } from "@/lib/articles/transition-article";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { Conflict } from "@/lib/platform/errors";
import { href } from "@/lib/platform/i18n/locale";
import { instantOf } from "./local-instant";

type Fields = Record<string, string | undefined>;

export async function createArticleAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async (fields: Fields) => {
    const { id } = await createArticle(await currentActor(), { ...contentOf(fields), locale: fields.language });
    await setCookies([sentDraftCookie("article-new")]);
    return { goTo: `${href(formLocale(form), `/staff/articles/${id}`)}?saved=1` };
  });
}

export async function editArticleAction(_state: FormState, form: FormData): Promise<FormState> {
  let theirs: Record<string, string> = {};
  const state = await runForm(form, async (fields: Fields) => {
    const id = Number(fields.id);
    try {
      await editArticle(await currentActor(), id, { ...contentOf(fields), version: Number(fields.version) });
    } catch (error) {
      if (error instanceof Conflict) theirs = theirText(error.extra);
      throw error;
    }
    return { goTo: `${href(formLocale(form), `/staff/articles/${id}`)}?saved=1` };
  });
  return { ...state, values: { ...state.values, ...theirs } };
}

export async function transitionArticleAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async (fields: Fields) => {
    const id = Number(fields.id);
    await transitionArticle(await currentActor(), id, { to: fields.to, publishAt: instantOf(fields.at) });
    return { goTo: `${href(formLocale(form), `/staff/articles/${id}`)}?moved=1` };
  });
}

export async function promoteThreadAction(_state: FormState, form: FormData): Promise<FormState> {
  const picked = form.getAll("answer").map(String);
  const state = await runForm(form, async (fields: Fields) => {
    const { id } = await promoteThread(await currentActor(), Number(fields.threadId), { answerIds: picked.map(Number) });
    return { goTo: href(formLocale(form), `/staff/articles/${id}`) };
  });
  return { ...state, values: { ...state.values, picked: picked.join(",") } };
}

function contentOf(fields: Fields) {
  const minutes = fields.durationMinutes?.trim() ?? "";
  return {
    title: fields.title,
    summary: fields.summary,
    body: fields.body,
    category: fields.category,
    durationMinutes: minutes === "" ? null : Number(minutes),
    scope: fields.scope,
    tools: (fields.tools ?? "").split("\n").filter((tool) => tool.trim() !== ""),
  };
}

function theirText(extra: Record<string, unknown>): Record<string, string> {
  const { title, body, version } = extra;
  return typeof title === "string" && typeof body === "string" ? { theirTitle: title, theirBody: body, theirVersion: String(version) } : {};
}
