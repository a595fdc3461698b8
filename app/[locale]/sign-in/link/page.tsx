import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isScripted } from "@/app/run-form";
import { OneButtonForm } from "@/components/members/one-button-form";
import { SignFrame } from "@/components/members/sign-frame";
import { LinkButton } from "@/components/ui/link-button";
import { getSignInLink } from "@/lib/members/sign-in-with-link";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { keepPrivate } from "@/lib/platform/pages/page-tags";
import { signInWithLinkAction } from "../actions";

type LinkProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ token?: string | string[] }> };

export async function generateMetadata({ params }: LinkProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale)
    ? { title: translator(locale)("auth.link.title"), robots: { index: false }, referrer: "same-origin" }
    : {};
}

/** Programs that check mail open links too, so opening this page uses nothing up: the button does. */
export default async function SignInLinkPage({ params, searchParams }: LinkProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  keepPrivate();
  const t = translator(locale);
  const token = String((await searchParams).token ?? "");
  // Drawn again within the answer to the button, when the link has just been used: the form stays and leads on.
  const link = (await getSignInLink(token)) ?? ((await isScripted()) ? { isNew: false } : null);
  if (!link) {
    return (
      <SignFrame locale={locale}>
        <h1>{t("auth.link.overTitle")}</h1>
        <p>{t("auth.link.over")}</p>
        <LinkButton look="pri" wide href={href(locale, "/sign-in")}>
          {t("auth.link.again")}
        </LinkButton>
      </SignFrame>
    );
  }
  return (
    <SignFrame locale={locale}>
      <h1>{link.isNew ? t("auth.link.newTitle") : t("auth.link.title")}</h1>
      <p>{link.isNew ? t("auth.link.newText") : t("auth.link.text")}</p>
      <OneButtonForm
        action={signInWithLinkAction}
        locale={locale}
        fields={{ token }}
        ask={
          link.isNew
            ? { name: "displayName", label: t("auth.signUp.name"), hint: t("auth.signUp.nameHint"), autoComplete: "nickname" }
            : undefined
        }
        label={t("auth.link.do")}
        busy={t("common.sending")}
        wide
      />
    </SignFrame>
  );
}
