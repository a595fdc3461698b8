"use server";

import { formLocale, runForm } from "@/app/run-form";
import type { FormState } from "@/components/ui/form-state";
import { createAccessToken } from "@/lib/members/create-access-token";
import { revokeAccessToken } from "@/lib/members/revoke-access-token";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { href } from "@/lib/platform/i18n/locale";

export async function createAccessTokenAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async ({ name, days }) => {
    const { token } = await createAccessToken(await currentActor(), { name, days: days || undefined });
    return { secret: token, values: {} };
  });
}

export async function revokeAccessTokenAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async ({ id }) => {
    await revokeAccessToken(await currentActor(), { id });
    return { goTo: `${href(formLocale(form), "/me/tokens")}?done=1` };
  });
}
