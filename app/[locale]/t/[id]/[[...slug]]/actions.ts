"use server";

import { limitPosting } from "@/app/limit-posting";
import { formLocale, runForm, setCookies } from "@/app/run-form";
import { sentDraftCookie } from "@/app/sent-draft-cookie";
import type { FormState } from "@/components/ui/form-state";
import { postAnswer } from "@/lib/answers/post-answer";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { href } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

export async function postAnswerAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async ({ threadId, slug, body, clientId }) => {
    const actor = await currentActor();
    await limitPosting(actor);
    const id = Number(threadId);
    const posted = await postAnswer(actor, { threadId: id, body, clientId: clientId || undefined });
    await setCookies([sentDraftCookie(`answer-${id}`)]);
    const locale = formLocale(form);
    if (posted.held) return { done: translator(locale)("answers.heldDone") };
    // The query makes it another address, so that the page is really loaded again.
    return { goTo: `${href(locale, `/t/${id}/${encodeURIComponent(slug ?? "")}`)}?posted=${posted.id}#answer-${posted.id}` };
  });
}
