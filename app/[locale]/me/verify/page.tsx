import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { isScripted } from "@/app/run-form";
import { OneButtonForm } from "@/components/members/one-button-form";
import { SignFrame } from "@/components/members/sign-frame";
import { LinkButton } from "@/components/ui/link-button";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { getOneTimeToken } from "@/lib/platform/auth/one-time-tokens";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { keepPrivate } from "@/lib/platform/pages/page-tags";
import { verifyEmailAction } from "./actions";

type VerifyProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ token?: string | string[] }> };

export async function generateMetadata({ params }: VerifyProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale)
    ? { title: translator(locale)("auth.verify.title"), robots: { index: false }, referrer: "same-origin" }
    : {};
}

export default async function VerifyPage({ params, searchParams }: VerifyProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  keepPrivate();
  const t = translator(locale);
  const token = String((await searchParams).token ?? "");
  const actor = await currentActor();
  const link = await getOneTimeToken("verify_email", token);
  if (!link && !(await isScripted())) {
    if (actor.kind === "member") redirect(href(locale, "/me/settings"));
    return (
      <SignFrame locale={locale}>
        <h1>{t("auth.link.overTitle")}</h1>
        <p>{t("auth.link.over")}</p>
      </SignFrame>
    );
  }
  const here = `${href(locale, "/me/verify")}?token=${token}`;
  return (
    <SignFrame locale={locale}>
      <h1>{t("auth.verify.title")}</h1>
      <p>{actor.kind === "member" ? t("auth.verify.text") : t("auth.verify.signInFirst")}</p>
      {actor.kind === "member" ? (
        <OneButtonForm
          action={verifyEmailAction}
          locale={locale}
          fields={{ token }}
          label={t("auth.verify.do")}
          busy={t("common.sending")}
          wide
        />
      ) : (
        <LinkButton look="pri" wide href={`${href(locale, "/sign-in")}?next=${encodeURIComponent(here)}`}>
          {t("auth.signIn")}
        </LinkButton>
      )}
    </SignFrame>
  );
}
