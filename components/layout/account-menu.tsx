import { Bookmark, MessagesSquare, Settings, User } from "@/components/ui/icons";
import { Menu, MenuItem } from "@/components/ui/menu";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { AccountPicture, ProfileLink, StaffLink } from "./account";
import { navItems } from "./nav-items";
import { SignOutItem } from "./sign-out-item";
import { ThemeSwitch } from "./theme-switch";

export function AccountMenu({ locale }: { locale: Locale }) {
  const t = translator(locale);
  return (
    <Menu label={t("layout.account")} trigger={<AccountPicture />} className="end is-in">
      <StaffLink href={href(locale, "/staff/inbox")} label={t("layout.workplace")} />
      <li>
        <ProfileLink base={href(locale, "/u/")} fallback={href(locale, "/me")}>
          <User />
          {t("layout.profile")}
        </ProfileLink>
      </li>
      <MenuItem href={href(locale, "/me/following")} icon={Bookmark}>
        {t("layout.following")}
      </MenuItem>
      <MenuItem href={href(locale, "/me/conversations")} icon={MessagesSquare}>
        {t("layout.conversations")}
      </MenuItem>
      <MenuItem href={href(locale, "/me/settings")} icon={Settings}>
        {t("layout.settings")}
      </MenuItem>
      {navItems(locale).map((item) => (
        <li key={item.place} className="only-phone">
          <a href={item.href}>{item.label}</a>
        </li>
      ))}
      <ThemeSwitch locale={locale} />
      <SignOutItem locale={locale} />
    </Menu>
  );
}
