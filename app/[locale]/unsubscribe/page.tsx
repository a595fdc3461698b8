import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OneButtonForm } from "@/components/members/one-button-form";
import { SignFrame } from "@/components/members/sign-frame";
import { isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { keepPrivate } from "@/lib/platform/pages/page-tags";
import { unsubscribeAction } from "./actions";

type UnsubscribeProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ member?: string | string[]; proof?: string | string[] }>;
};

export async function generateMetadata({ params }: UnsubscribeProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale)
    ? { title: translator(locale)("auth.unsubscribe.title"), robots: { index: false }, referrer: "same-origin" }
    : {};
}

export default async function UnsubscribePage({ params, searchParams }: UnsubscribeProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  keepPrivate();
  const t = translator(locale);
  const { member, proof } = await searchParams;
  return (
    <SignFrame locale={locale}>
      <h1>{t("auth.unsubscribe.title")}</h1>
      <p>{t("auth.unsubscribe.text")}</p>
      <OneButtonForm
        action={unsubscribeAction}
        locale={locale}
        fields={{ member: String(member ?? ""), proof: String(proof ?? "") }}
        label={t("auth.unsubscribe.do")}
        busy={t("common.sending")}
        wide
      />
    </SignFrame>
  );
}
