"use server";

import { formLocale, runForm } from "@/app/run-form";
import type { FormState } from "@/components/ui/form-state";
import { stopNotificationMails } from "@/lib/notifications/stop-notification-mails";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { translator } from "@/lib/platform/i18n/translator";

export async function unsubscribeAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async ({ member, proof }) => {
    await stopNotificationMails(await currentActor(), { member, proof });
    return { done: translator(formLocale(form))("auth.unsubscribe.done") };
  });
}
