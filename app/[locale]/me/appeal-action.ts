"use server";

import { formLocale, runForm } from "@/app/run-form";
import type { FormState } from "@/components/ui/form-state";
import { postAppeal } from "@/lib/moderation/post-appeal";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { href } from "@/lib/platform/i18n/locale";

export async function postAppealAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async ({ decisionId, sanctionId, text }: Record<string, string | undefined>) => {
    await postAppeal(await currentActor(), { ...(decisionId && { decisionId }), ...(sanctionId && { sanctionId }), text });
    return { goTo: href(formLocale(form), decisionId ? `/me/decisions/${decisionId}` : `/me/sanctions/${sanctionId}`) };
  });
}
