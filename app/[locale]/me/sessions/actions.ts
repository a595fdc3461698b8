"use server";

import { formLocale, runForm } from "@/app/run-form";
import type { FormState } from "@/components/ui/form-state";
import { endOtherSessions, endSession } from "@/lib/members/end-session";
import { currentActor, currentSessionHash } from "@/lib/platform/auth/current-actor";
import { href } from "@/lib/platform/i18n/locale";

export async function endSessionAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async ({ session }) => {
    await endSession(await currentActor(), { session });
    return { goTo: `${href(formLocale(form), "/me/sessions")}?done=1` };
  });
}

export async function endOtherSessionsAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await endOtherSessions(await currentActor(), await currentSessionHash());
    return { goTo: `${href(formLocale(form), "/me/sessions")}?done=1` };
  });
}
