import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/components/layout/page";
import { EmptyState } from "@/components/ui/empty-state";
import { TriangleAlert } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { href, isLocale, splitLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

type BrokenProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ path?: string }> };

export async function generateMetadata({ params }: BrokenProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("crash.title"), robots: { index: false } } : {};
}

/** What the entry shows in place of a page that could not be made. It asks nothing of the database. */
export default async function Broken({ params, searchParams }: BrokenProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { path = "/" } = await searchParams;
  const again = splitLocale(path).path;
  const t = translator(locale);
  return (
    <Page locale={locale} path={again}>
      <EmptyState icon={TriangleAlert} title={t("crash.title")} text={t("crash.text")} heading="h1">
        <LinkButton look="pri" href={href(locale, again)}>
          {t("crash.retry")}
        </LinkButton>
        <LinkButton href={href(locale, "/")}>{t("crash.home")}</LinkButton>
      </EmptyState>
    </Page>
  );
}
