"use server";

import { formLocale, runForm } from "@/app/run-form";
import type { FormState } from "@/components/ui/form-state";
import { markNotificationsRead } from "@/lib/notifications/mark-notifications-read";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { href } from "@/lib/platform/i18n/locale";

export async function markAllReadAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async ({ upTo }) => {
    await markNotificationsRead(await currentActor(), { upTo: Number(upTo) });
    return { goTo: href(formLocale(form), "/me/notifications") };
  });
}
