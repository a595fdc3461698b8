"use server";

import { formLocale, runForm } from "@/app/run-form";
import type { FormState } from "@/components/ui/form-state";
import { verifyEmail } from "@/lib/members/verify-email";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { returnPath } from "@/lib/platform/auth/return-path";
import { href } from "@/lib/platform/i18n/locale";

export async function verifyEmailAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async ({ token }) => {
    const { returnTo } = await verifyEmail(await currentActor(), { token });
    return { goTo: returnPath(returnTo, href(formLocale(form), "/")) };
  });
}
