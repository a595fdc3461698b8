import { Languages, LogIn, Menu as MenuSign } from "@/components/ui/icons";
import { Menu, MenuItem } from "@/components/ui/menu";
import { href, otherLocale, otherLocaleHref, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { navItems } from "./nav-items";
import { ThemeSwitch } from "./theme-switch";

/** The navigation where there is no room for it in the header. */
export function NavMenu({ locale, path }: { locale: Locale; path: string }) {
  const t = translator(locale);
  return (
    <Menu label={t("layout.menu")} trigger={<MenuSign size={22} />} className="end navm">
      {navItems(locale).map((item) => (
        <MenuItem key={item.place} href={item.href}>
          {item.label}
        </MenuItem>
      ))}
      <MenuItem href={otherLocaleHref(locale, path)} hrefLang={otherLocale(locale)} icon={Languages} cut>
        {t("layout.languageName")}
      </MenuItem>
      <MenuItem href={href(locale, "/sign-in")} icon={LogIn}>
        {t("layout.signIn")}
      </MenuItem>
      <ThemeSwitch locale={locale} />
    </Menu>
  );
}
