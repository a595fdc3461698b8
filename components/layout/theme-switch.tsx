import type { Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

/** Listened to by PageKeys, which also marks the chosen one. */
export function ThemeSwitch({ locale }: { locale: Locale }) {
  const t = translator(locale);
  const choices = [
    { value: "light", label: t("layout.themeLight") },
    { value: "dark", label: t("layout.themeDark") },
    { value: "", label: t("layout.themeSystem") },
  ];
  return (
    <li className="cut theme">
      <span className="seg" role="group" aria-label={t("layout.theme")}>
        {choices.map(({ value, label }) => (
          <button key={value} type="button" data-set-theme={value} suppressHydrationWarning>
            {label}
          </button>
        ))}
      </span>
    </li>
  );
}
