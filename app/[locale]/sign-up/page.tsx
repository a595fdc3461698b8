import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { isScripted } from "@/app/run-form";
import { SignFrame } from "@/components/members/sign-frame";
import { SignUpForm } from "@/components/members/sign-up-form";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { returnPath } from "@/lib/platform/auth/return-path";
import { passwordLength } from "@/lib/platform/check-password";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { keepPrivate } from "@/lib/platform/pages/page-tags";
import { signUpAction } from "./actions";

type SignUpProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata({ params }: SignUpProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("auth.signUp.documentTitle"), robots: { index: false } } : {};
}

export default async function SignUpPage({ params, searchParams }: SignUpProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  keepPrivate();
  const next = returnPath((await searchParams).next, href(locale, "/"));
  if ((await currentActor()).kind === "member" && !(await isScripted())) redirect(next);
  const t = translator(locale);
  return (
    <SignFrame locale={locale}>
      <h1>{t("auth.signUp.title")}</h1>
      <SignUpForm
        action={signUpAction}
        locale={locale}
        next={next}
        texts={{
          name: t("auth.signUp.name"),
          nameHint: t("auth.signUp.nameHint"),
          email: t("auth.email"),
          emailPlaceholder: t("auth.emailPlaceholder"),
          password: t("auth.password"),
          passwordHint: t("auth.signUp.passwordHint", { minimum: passwordLength.min }),
          submit: t("auth.signUp.do"),
          busy: t("common.sending"),
        }}
      />
      <p className="small">
        {t("auth.signUp.have")}{" "}
        <a className="lk" href={`${href(locale, "/sign-in")}?next=${encodeURIComponent(next)}`}>
          {t("auth.signIn")}
        </a>
      </p>
    </SignFrame>
  );
}
