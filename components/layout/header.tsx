import { Bell, PenLine, Search } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { href, otherLocale, otherLocaleHref, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { UnreadCount } from "./account";
import { AccountMenu } from "./account-menu";
import { Brand } from "./brand";
import { NavMenu } from "./nav-menu";
import { navItems, type NavPlace } from "./nav-items";

export type HeaderProps = {
  locale: Locale;
  /** The address without the language: "/t/12/lenta-w7". */
  path: string;
  current?: NavPlace;
  /** Pages with a large search of their own leave this one out. */
  search?: boolean;
  /** The ask page does not lead to itself. */
  ask?: boolean;
  query?: string;
};

/** The same for everybody; places that depend on who reads are kept free and filled later. */
export function Header({ locale, path, current, search = true, ask = true, query }: HeaderProps) {
  const t = translator(locale);
  const other = otherLocale(locale);
  return (
    <header className="top">
      <div className="wrap">
        <Brand locale={locale} />
        <nav className="nav" aria-label={t("layout.mainNav")}>
          {navItems(locale).map((item) => (
            <a key={item.place} href={item.href} aria-current={item.place === current ? "page" : undefined}>
              {item.label}
            </a>
          ))}
        </nav>
        {search ? <HeaderSearch locale={locale} query={query} /> : <span className="grow" />}
        <div className="tact">
          {search && (
            <a className="iact only-phone" href={href(locale, "/search")} aria-label={t("layout.search")}>
              <Search size={20} />
            </a>
          )}
          <a
            className="lang"
            href={otherLocaleHref(locale, path)}
            lang={other}
            hrefLang={other}
            aria-label={t("layout.language")}
          >
            {other.toUpperCase()}
          </a>
          <LinkButton look="ghost" className="hide-phone is-out" href={signInHref(locale, path)}>
            {t("layout.signIn")}
          </LinkButton>
          <a
            className="iact bell is-in"
            href={href(locale, "/me/notifications")}
            title={t("layout.notifications")}
          >
            <Bell size={20} />
            <UnreadCount label={t("layout.notifications")} unread={t("layout.unread")} />
          </a>
          {ask && (
            <LinkButton look="pri" className="askb" icon={PenLine} href={href(locale, "/ask")}>
              {t("layout.ask")}
            </LinkButton>
          )}
          <AccountMenu locale={locale} />
          <NavMenu locale={locale} path={path} />
        </div>
      </div>
    </header>
  );
}

/** Comes back to where it was left. */
export function signInHref(locale: Locale, path: string): string {
  return `${href(locale, "/sign-in")}?next=${encodeURIComponent(href(locale, path))}`;
}

function HeaderSearch({ locale, query }: { locale: Locale; query?: string }) {
  const t = translator(locale);
  return (
    <form className="tsearch" role="search" action={href(locale, "/search")} method="get">
      <label>
        <span className="vh">{t("layout.searchLabel")}</span>
        <Search size={18} />
        <input
          type="search"
          name="q"
          placeholder={t("layout.search")}
          defaultValue={query}
          autoComplete="off"
          aria-keyshortcuts="/"
          data-search=""
        />
      </label>
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}
