import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SignFrame } from "@/components/members/sign-frame";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { returnPath } from "@/lib/platform/auth/return-path";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

type WelcomeProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata({ params }: WelcomeProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("auth.welcome.title"), robots: { index: false } } : {};
}

export default async function WelcomePage({ params, searchParams }: WelcomeProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = translator(locale);
  return (
    <SignFrame locale={locale}>
      <h1>{t("auth.welcome.title")}</h1>
      <p>{t("auth.welcome.text")}</p>
      {!process.env.SMTP_URL && <Note>{t("auth.sent.kept")}</Note>}
      <LinkButton look="pri" wide href={returnPath((await searchParams).next, href(locale, "/"))}>
        {t("auth.welcome.go")}
      </LinkButton>
    </SignFrame>
  );
}
