"use server";

import { formDevice, formLocale, runForm, setCookies } from "@/app/run-form";
import type { FormState } from "@/components/ui/form-state";
import { requestPasswordReset } from "@/lib/members/request-password-reset";
import { resetPassword } from "@/lib/members/reset-password";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { sessionCookies } from "@/lib/platform/auth/session-cookies";
import { href } from "@/lib/platform/i18n/locale";

export async function requestPasswordResetAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async ({ email }) => {
    const locale = formLocale(form);
    await requestPasswordReset(await currentActor(), { email, locale }, await formDevice());
    return { goTo: href(locale, "/sign-in/sent") };
  });
}

export async function resetPasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async ({ token: link, password }) => {
    const { token, member } = await resetPassword(await currentActor(), { token: link, password }, await formDevice());
    await setCookies(sessionCookies(token, member));
    return { goTo: href(formLocale(form), "/me/settings") };
  });
}
