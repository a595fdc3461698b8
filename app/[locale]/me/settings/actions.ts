"use server";

import { formDevice, formLocale, runForm, setCookies } from "@/app/run-form";
import type { FormState } from "@/components/ui/form-state";
import { changePassword } from "@/lib/members/change-password";
import { requestVerification } from "@/lib/members/request-verification";
import { updateProfile } from "@/lib/members/update-profile";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { sessionCookies } from "@/lib/platform/auth/session-cookies";
import { translator } from "@/lib/platform/i18n/translator";

export async function updateProfileAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async ({ displayName, bio, letters, mailNotifications }) => {
    const input = { displayName, bio, locale: letters, mailNotifications: mailNotifications === "on" };
    await updateProfile(await currentActor(), input);
    return { done: translator(formLocale(form))("members.settings.saved") };
  });
}

export async function changePasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async ({ current, password }) => {
    const { token, member } = await changePassword(await currentActor(), { current, password }, await formDevice());
    await setCookies(sessionCookies(token, member));
    return { done: translator(formLocale(form))("members.settings.passwordChanged") };
  });
}

export async function requestVerificationAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await requestVerification(await currentActor());
    return { done: translator(formLocale(form))("members.settings.verifySent") };
  });
}
