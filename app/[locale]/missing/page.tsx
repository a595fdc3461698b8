import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MissingPage } from "@/components/layout/missing-page";
import { isLocale, splitLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { wordsOfAddress } from "./words-of-address";

type MissingProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ path?: string }> };

export async function generateMetadata({ params }: MissingProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale)
    ? { title: translator(locale)("notFound.documentTitle"), robots: { index: false } }
    : {};
}

/** What the entry shows in place of an address that is not there; it answers with 404. */
export default async function Missing({ params, searchParams }: MissingProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { path = "/" } = await searchParams;
  return <MissingPage locale={locale} path={splitLocale(path).path} words={wordsOfAddress(path)} />;
}
