"use server";

import { formDevice, formLocale, runForm, setCookies } from "@/app/run-form";
import type { FormState } from "@/components/ui/form-state";
import { requestSignInLink } from "@/lib/members/request-sign-in-link";
import { signIn } from "@/lib/members/sign-in";
import { signInWithLink } from "@/lib/members/sign-in-with-link";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { returnPath } from "@/lib/platform/auth/return-path";
import { sessionCookies } from "@/lib/platform/auth/session-cookies";
import { href } from "@/lib/platform/i18n/locale";

export async function signInAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async ({ email, password, next, how }) => {
    const actor = await currentActor();
    const device = await formDevice();
    const locale = formLocale(form);
    if (how === "link") {
      await requestSignInLink(actor, { email, locale, returnTo: next }, device);
      return { goTo: href(locale, "/sign-in/sent") };
    }
    const { token, member } = await signIn(actor, { email, password }, device);
    await setCookies(sessionCookies(token, member));
    return { goTo: returnPath(next, href(locale, "/")) };
  });
}

export async function signInWithLinkAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async ({ token: link, displayName }) => {
    const { token, member, returnTo } = await signInWithLink(await currentActor(), { token: link, displayName }, await formDevice());
    await setCookies(sessionCookies(token, member));
    return { goTo: returnPath(returnTo, href(formLocale(form), "/")) };
  });
}
