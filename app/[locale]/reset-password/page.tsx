import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isScripted } from "@/app/run-form";
import { OneButtonForm } from "@/components/members/one-button-form";
import { SignFrame } from "@/components/members/sign-frame";
import { Note } from "@/components/ui/note";
import { getOneTimeToken } from "@/lib/platform/auth/one-time-tokens";
import { passwordLength } from "@/lib/platform/check-password";
import { isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { keepPrivate } from "@/lib/platform/pages/page-tags";
import { requestPasswordResetAction, resetPasswordAction } from "./actions";

type ResetProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ token?: string | string[] }> };

export async function generateMetadata({ params }: ResetProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale)
    ? { title: translator(locale)("auth.reset.title"), robots: { index: false }, referrer: "same-origin" }
    : {};
}

/** Without a link: asks for one. With one: asks for the password. Opening it uses nothing up. */
export default async function ResetPasswordPage({ params, searchParams }: ResetProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  keepPrivate();
  const t = translator(locale);
  const token = (await searchParams).token;
  // Drawn again within the answer to the form, when the link has just been used: the form stays and leads on.
  const isGood = token !== undefined && ((await isScripted()) || (await getOneTimeToken("reset_password", String(token))) !== null);
  if (isGood) {
    return (
      <SignFrame locale={locale}>
        <h1>{t("auth.reset.title")}</h1>
        <p>{t("auth.reset.text")}</p>
        <OneButtonForm
          action={resetPasswordAction}
          locale={locale}
          fields={{ token: String(token) }}
          ask={{
            name: "password",
            type: "password",
            label: t("auth.reset.new"),
            hint: t("auth.signUp.passwordHint", { minimum: passwordLength.min }),
            autoComplete: "new-password",
          }}
          label={t("auth.reset.do")}
          busy={t("common.saving")}
          wide
        />
      </SignFrame>
    );
  }
  return (
    <SignFrame locale={locale}>
      <h1>{t("auth.reset.askTitle")}</h1>
      {token !== undefined && <Note kind="bad">{t("auth.link.over")}</Note>}
      <p>{t("auth.reset.askText")}</p>
      <OneButtonForm
        action={requestPasswordResetAction}
        locale={locale}
        ask={{ name: "email", label: t("auth.email"), autoComplete: "username" }}
        label={t("auth.reset.ask")}
        busy={t("common.sending")}
        wide
      />
    </SignFrame>
  );
}
