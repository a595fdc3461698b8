import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

export type NavPlace = "questions" | "guides" | "news";
export type NavItem = { place: NavPlace; href: string; label: string };

export function navItems(locale: Locale): NavItem[] {
  const t = translator(locale);
  return [
    { place: "questions", href: href(locale, "/c"), label: t("layout.questions") },
    { place: "guides", href: href(locale, "/kb"), label: t("layout.guides") },
    { place: "news", href: href(locale, "/news"), label: t("layout.news") },
  ];
}
