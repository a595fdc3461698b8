import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

export const settingsParts = ["company", "departments", "categories", "members", "agents", "macros", "holds"] as const;
export type SettingsPart = (typeof settingsParts)[number];

export function SettingsNav({ locale, current }: { locale: Locale; current: SettingsPart }) {
  const t = translator(locale);
  return (
    <nav className="setnav" aria-label={t("settings.title")}>
      {settingsParts.map((part) => (
        <a key={part} href={href(locale, part === "macros" ? "/staff/macros" : `/staff/settings/${part}`)} aria-current={part === current ? "page" : undefined}>
          {t(`settings.part.${part}`)}
        </a>
      ))}
    </nav>
  );
}
