"use server";

import { limitPosting } from "@/app/limit-posting";
import { formLocale, runForm, setCookies } from "@/app/run-form";
import { sentDraftCookie } from "@/app/sent-draft-cookie";
import type { FormState } from "@/components/ui/form-state";
import { postComment } from "@/lib/comments/post-comment";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { href } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

export async function postCommentAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async ({ kind, id, slug, body, clientId }) => {
    const actor = await currentActor();
    await limitPosting(actor);
    const place = kind === "answers" ? { answerId: Number(id) } : { threadId: Number(id) };
    const posted = await postComment(actor, { ...place, body, clientId });
    await setCookies([sentDraftCookie(`comment-${kind}-${id}`)]);
    const locale = formLocale(form);
    if (posted.held) return { done: translator(locale)("comments.held"), values: {} };
    return { goTo: `${href(locale, `/t/${posted.threadId}/${encodeURIComponent(slug ?? "")}`)}?posted=c${posted.id}#comment-${posted.id}` };
  });
}
