import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MissingPage } from "@/components/layout/missing-page";
import { MissingHits } from "@/components/search/missing-hits";
import { visitor } from "@/lib/members/actor";
import { isLocale, type Locale, splitLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { log } from "@/lib/platform/log";
import type { Hit } from "@/lib/search/hit";
import { suggest } from "@/lib/search/suggest";
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
  const words = wordsOfAddress(path);
  return (
    <MissingPage locale={locale} path={splitLocale(path).path} words={words}>
      {words && <MissingHits locale={locale} hits={await hitsFor(words, locale)} />}
    </MissingPage>
  );
}

/** A page about something missing must not go missing itself. */
async function hitsFor(words: string, locale: Locale): Promise<Hit[]> {
  try {
    const { hits } = await suggest(visitor, { title: words, preferLocale: locale, limit: 4, unsure: "true" });
    return hits;
  } catch (error) {
    log.warn("no hits for a missing page", { error });
    return [];
  }
}
