import { redirect } from "next/navigation";
import { href, isLocale } from "@/lib/platform/i18n/locale";

export default async function MePage({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  redirect(href(isLocale(locale) ? locale : "en", "/me/settings"));
}
