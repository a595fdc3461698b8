import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SignFrame } from "@/components/members/sign-frame";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

type SentProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: SentProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("auth.sent.title"), robots: { index: false } } : {};
}

/** The same for every address: whether a letter went out is between us and its reader. */
export default async function LinkSentPage({ params }: SentProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = translator(locale);
  return (
    <SignFrame locale={locale}>
      <h1>{t("auth.sent.title")}</h1>
      <p>{t("auth.sent.text", { minutes: 30 })}</p>
      <p className="hint">{t("auth.sent.hint")}</p>
      {!process.env.SMTP_URL && <Note>{t("auth.sent.kept")}</Note>}
      <LinkButton look="sec" wide href={href(locale, "/sign-in")}>
        {t("auth.sent.back")}
      </LinkButton>
    </SignFrame>
  );
}
