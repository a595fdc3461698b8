"use server";

import { formDevice, formLocale, runForm, setCookies } from "@/app/run-form";
import type { FormState } from "@/components/ui/form-state";
import { signUp } from "@/lib/members/sign-up";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { returnPath } from "@/lib/platform/auth/return-path";
import { sessionCookies } from "@/lib/platform/auth/session-cookies";
import { href } from "@/lib/platform/i18n/locale";

/** The same page follows whether the address was new or has an account already. */
export async function signUpAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async ({ displayName, email, password, next }) => {
    const locale = formLocale(form);
    const input = { displayName, email, password, locale, returnTo: next };
    const signedIn = await signUp(await currentActor(), input, await formDevice());
    if (signedIn) await setCookies(sessionCookies(signedIn.token, signedIn.member));
    const goOn = returnPath(next, href(locale, "/"));
    return { goTo: `${href(locale, "/sign-up/welcome")}?next=${encodeURIComponent(goOn)}` };
  });
}
